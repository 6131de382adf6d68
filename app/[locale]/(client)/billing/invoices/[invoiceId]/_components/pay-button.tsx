"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { makeSending } from "@/app/_ui/form/sending";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import type { InvoiceId } from "@/server/kernel/ids";

/** Pays at once by the chosen card. One key until it has been taken, so that an answer that was lost pays nothing twice. */
export function PayButton({ invoiceId, due }: { invoiceId: InvoiceId; due: ShownAmount }) {
	const t = useTranslations("payments.pay");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const refusalText = useRefusalText();
	const [sending] = useState(makeSending);
	const pay = useMutation(
		trpc.billing.payInvoice.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.getInvoice.queryFilter({ invoiceId })),
		}),
	);
	const send = () =>
		sending.alone(async () => {
			try {
				await pay.mutateAsync({ idempotencyKey: sending.key(), invoiceId, amount: due });
				sending.succeeded();
			} catch {
				// Shown below; the key stays.
			}
		});
	return (
		<>
			<Button look="primary" wide pending={pay.isPending} onClick={() => void send()}>
				{t("button", { amount: format.money(due) })}
			</Button>
			{pay.isError && (
				<Notice tone="bad" live>
					{refusalText(pay.error)}
				</Notice>
			)}
		</>
	);
}

type ShownAmount = Parameters<ReturnType<typeof useFormat>["money"]>[0];
