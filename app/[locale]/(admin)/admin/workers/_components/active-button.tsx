"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import type { WorkerId } from "@/server/kernel/ids";

type ActiveButtonProps = { workerId: WorkerId; name: string; active: boolean; onDone: () => Promise<void> };

/** Takes the worker out of the pool or back in, at once; the news of it offers to undo. */
export function ActiveButton({ workerId, name, active, onDone }: ActiveButtonProps) {
	const t = useTranslations("workers.active");
	const common = useTranslations("common.actions");
	const refusalText = useRefusalText();
	const setActive = useMutation(useTRPC().hiring.setWorkerActive.mutationOptions());
	const change = async (to: boolean, isUndo = false) => {
		try {
			await setActive.mutateAsync({ workerId, active: to });
			await onDone();
			const undo = { label: common("undo"), onUndo: () => void change(!to, true) };
			toast.done(t(to ? "isIn" : "isOut", { name }), isUndo ? {} : { undo });
		} catch (error) {
			toast.failed(refusalText(error));
		}
	};
	return (
		<Button onClick={() => void change(!active)} pending={setActive.isPending} title={t(active ? "outHelp" : "inHelp")}>
			{t(active ? "out" : "in")}
		</Button>
	);
}
