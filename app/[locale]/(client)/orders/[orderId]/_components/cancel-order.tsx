"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";

/** Cancelling, with what it costs said before and named on the button; what is confirmed is the amount that was shown. */
export function CancelOrder({ orderId, price }: { orderId: string; price: bigint | undefined }) {
	const t = useTranslations("orders.cancel");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const refusalText = useRefusalText();
	const [open, setOpen] = useState(false);
	const quote = useQuery(
		trpc.ordering.getCancellationQuote.queryOptions({ orderId }, { enabled: open, staleTime: 0, retry: false }),
	);
	const cancel = useMutation(
		trpc.ordering.requestCancellation.mutationOptions({
			onError: () => queryClient.invalidateQueries(trpc.ordering.getCancellationQuote.queryFilter({ orderId })),
			onSuccess: () => queryClient.invalidateQueries(trpc.ordering.getOrder.queryFilter({ orderId })),
		}),
	);
	const amount = quote.data?.amount;
	const confirm = async () => {
		if (amount === undefined) return;
		await cancel.mutateAsync({ orderId, amount });
		toast.done(t("asked"));
	};
	return (
		<>
			<Button wide onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<ConfirmDialog
				open={open}
				onOpenChange={setOpen}
				title={t("title")}
				danger
				dismissLabel={t("keep")}
				confirmLabel={amount ? t("confirmPaid", { amount: format.money(amount) }) : t("confirmFree")}
				onConfirm={confirm}
			>
				<p aria-live="polite">
					{quote.isError && refusalText(quote.error)}
					{quote.isPending && t("quote")}
					{amount === 0n && t("free")}
					{amount !== undefined &&
						amount > 0n &&
						t(amount === price ? "paid" : "paidPart", { amount: format.money(amount) })}
				</p>
			</ConfirmDialog>
		</>
	);
}
