"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import type { Kit } from "./board";
import { useKitActions } from "./use-kit-actions";

type IssueControlProps = { kit: Kit; undoLeft: number; whose: { name: string; time: string } };

/** The press that says "the worker has it", and for ten seconds, in the same place, the press that takes it back. */
export function IssueControl({ kit, undoLeft, whose }: IssueControlProps) {
	const t = useTranslations("kiosk");
	const { issue, undo } = useKitActions();
	const { kitId } = kit;
	const shared = { size: "hand", className: "pointer-events-auto relative min-w-24 px-2 @md:px-4" } as const;
	if (undoLeft > 0) {
		const seconds = Math.ceil(undoLeft / 1000);
		return (
			<Button
				{...shared}
				aria-label={t("undoFor", whose)}
				pending={undo.isPending}
				onClick={() => undo.mutate({ kitId })}
			>
				<Undo2 aria-hidden />
				<span className="flex flex-col items-start leading-5">
					<span>{t("undo")}</span>
					<span data-figures className="text-base text-muted">
						{t("undoSeconds", { seconds })}
					</span>
				</span>
			</Button>
		);
	}
	return (
		<Button
			{...shared}
			aria-label={t("issueTo", whose)}
			look={kit.state === "ready" ? "primary" : "secondary"}
			pending={issue.isPending}
			onClick={() => issue.mutate({ kitId })}
		>
			{t("issue")}
		</Button>
	);
}
