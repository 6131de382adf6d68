"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import type { ListedVacancy } from "./vacancy";

/** Opens a vacancy to applications, or closes it; either can be taken back at once. */
export function OpenButton({ vacancy: { vacancyId, open, name } }: { vacancy: ListedVacancy }) {
	const t = useTranslations("vacancies");
	const locale = useLocale();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const set = useMutation(
		trpc.hiring.setVacancyOpen.mutationOptions({
			onError: (error) => toast.failed(refusalText(error)),
			onSettled: () => queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() }),
		}),
	);
	const turn = () =>
		set.mutate(
			{ vacancyId, open: !open },
			{
				onSuccess: () =>
					toast.done(t(open ? "isClosed" : "isOpen", { name: name[locale] }), {
						undo: { label: t("undo"), onUndo: () => set.mutate({ vacancyId, open }) },
					}),
			},
		);
	return (
		<Button
			size="small"
			pending={set.isPending}
			aria-label={t(open ? "closeNamed" : "openNamed", { name: name[locale] })}
			onClick={turn}
		>
			{t(open ? "close" : "reopen")}
		</Button>
	);
}
