"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import { newId } from "@/server/kernel/ids";
import { definitionOf, type ServiceType } from "./service-type";

type OfferedButtonProps = { type: ServiceType; ask: () => Promise<ServiceType>; onDone: (type: ServiceType) => void };

/** Retires a service type or offers it again, at once; the news of it offers to undo. */
export function OfferedButton({ type, ask, onDone }: OfferedButtonProps) {
	const t = useTranslations("serviceTypes.active");
	const common = useTranslations("common.actions");
	const locale = useLocale();
	const refusalText = useRefusalText();
	const define = useMutation(useTRPC().ordering.defineServiceType.mutationOptions());
	const change = async (from: ServiceType, isUndo = false) => {
		const active = !from.active;
		try {
			await define.mutateAsync({ ...definitionOf(from), active, idempotencyKey: newId() });
			const now = await ask();
			onDone(now);
			const undo = { label: common("undo"), onUndo: () => void change(now, true) };
			toast.done(t(active ? "isOffered" : "isRetired", { name: now.name[locale] }), isUndo ? {} : { undo });
		} catch (error) {
			toast.failed(refusalText(error));
		}
	};
	return (
		<Button
			onClick={() => void change(type)}
			pending={define.isPending}
			title={t(type.active ? "retireHelp" : "offerHelp")}
		>
			{t(type.active ? "retire" : "offer")}
		</Button>
	);
}
