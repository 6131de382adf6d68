"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import type { PayoutId } from "@/server/kernel/ids";

/** Asks Gold Hat at once what has become of the transfer that is under way. */
export function AskGoldHat({ payoutId }: { payoutId: PayoutId }) {
	const t = useTranslations("payouts.office.view");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const ask = useMutation(
		trpc.billing.askGoldHat.mutationOptions({
			onSuccess: ({ status }) =>
				toast.done(t(status === "completed" || status === "rejected" ? "answered" : "undecided")),
			onError: (error) => toast.failed(refusalText(error)),
			onSettled: () => queries.invalidateQueries({ queryKey: trpc.billing.pathKey() }),
		}),
	);
	return (
		<Button onClick={() => ask.mutate({ payoutId })} pending={ask.isPending} title={t("askHelp")}>
			{t("ask")}
		</Button>
	);
}
