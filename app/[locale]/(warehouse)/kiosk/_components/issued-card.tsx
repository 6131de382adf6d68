"use client";

import { CheckCheck, PackageCheck, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { useFormat } from "@/app/_ui/format/format-provider";
import type { Kit } from "./board";
import { useKitActions } from "./use-kit-actions";

/** A kit that is out of the house: with whom, since when, and whether it has to come back. */
export function IssuedCard({ kit }: { kit: Kit }) {
	const t = useTranslations("kiosk");
	const format = useFormat();
	const { takeBack } = useKitActions();
	const { kitId, returnDue, state, worker } = kit;
	const whose = { name: worker.name, time: format.time(kit.startsAt) };
	return (
		<article
			aria-label={t("kit.of", whose)}
			className={cn(
				"animate-rise space-y-2 rounded-md border border-line bg-sunken p-2",
				returnDue && "border-warn border-l-8 bg-warn-tint",
			)}
		>
			<div className="flex min-w-0 items-center gap-2.5">
				<Avatar cat={{ ...worker, seed: worker.workerId }} className="size-11" />
				<div className="min-w-0 flex-1">
					<p className="flex items-baseline gap-2 leading-6">
						<span className="truncate font-semibold">{worker.name}</span>
						<span data-figures className="ml-auto shrink-0 text-base text-muted">
							{kit.orderNumber}
						</span>
					</p>
					<p className="flex items-center gap-1.5 text-base text-muted leading-5">
						{state === "used" ? (
							<CheckCheck role="img" aria-label={t("used")} className="size-5 shrink-0 text-good" />
						) : (
							<PackageCheck role="img" aria-label={t("kit.issued")} className="size-5 shrink-0" />
						)}
						{kit.issuedAt && <span className="truncate">{t("issuedAt", { time: format.time(kit.issuedAt) })}</span>}
						<time dateTime={kit.startsAt.toISOString()} className="ml-auto shrink-0 font-semibold text-body text-ink">
							{whose.time}
						</time>
					</p>
				</div>
			</div>
			{returnDue && (
				<>
					<p className="font-semibold text-base text-warn">{t("bringBack")}</p>
					<Button
						wide
						aria-label={t("takeBackFrom", whose)}
						pending={takeBack.isPending}
						onClick={() => takeBack.mutate({ kitId })}
					>
						<Undo2 aria-hidden />
						{t("takeBack")}
					</Button>
				</>
			)}
		</article>
	);
}
