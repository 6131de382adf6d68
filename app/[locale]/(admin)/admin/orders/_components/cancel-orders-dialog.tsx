"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { RefusedRequest } from "@/app/_ui/query/refusal";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { cancelOrdersInput } from "@/server/contexts/ordering/contracts";
import type { ListedOrder } from "./use-order-columns";

const reasonInput = cancelOrdersInput.pick({ reason: true });

const hasEnded = ({ state }: ListedOrder) => ["completed", "failed", "cancelled"].includes(state);

type Props = { orders: ListedOrder[]; onClose: () => void; onDone: () => void };

/** Cancels what was picked for one reason, and says of each order what came of it. */
export function CancelOrdersDialog({ orders, onClose, onDone }: Props) {
	const t = useTranslations("officeLists.orders.bulk");
	const format = useFormat();
	const form = useZodForm(reasonInput, { defaultValues: { reason: "" } });
	const cancel = useMutation(useTRPC().ordering.cancelOrders.mutationOptions());
	const [asked] = useState(orders);
	const alive = asked.filter((order) => !hasEnded(order));
	const staffed = alive.filter(({ clientPaysCancelled }) => clientPaysCancelled !== null);
	const cost = staffed.reduce((sum, { clientPaysCancelled }) => sum + (clientPaysCancelled ?? 0n), 0n);
	const ended = asked.length - alive.length;

	if (cancel.data) {
		return (
			<Dialog open onOpenChange={onDone} title={t("results")}>
				<ul className="max-h-80 divide-y divide-line overflow-y-auto">
					{cancel.data.map(({ orderId, refusal }) => (
						<li key={orderId} className="flex gap-4 py-2">
							<span className="figures font-medium">{asked.find((order) => order.orderId === orderId)?.number}</span>
							{refusal ? <Refused code={refusal} /> : <span>{t("asked")}</span>}
						</li>
					))}
				</ul>
				<DialogActions>
					<Button onClick={onDone}>{t("close")}</Button>
				</DialogActions>
			</Dialog>
		);
	}
	return (
		<Dialog
			open
			onOpenChange={onClose}
			title={t("title", { count: asked.length })}
			help={
				<>
					{t("paid", { count: staffed.length, amount: format.money(cost) })} {ended > 0 && t("ended", { count: ended })}
				</>
			}
		>
			<Form
				form={form}
				onSubmit={async ({ reason }) => {
					await cancel.mutateAsync({ orderIds: asked.map(({ orderId }) => orderId), reason });
				}}
			>
				<FormTextArea control={form.control} name="reason" label={t("reason")} help={t("reasonHelp")} rows={3} />
				<FormActions>
					<SubmitButton>{t("submit", { count: asked.length })}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}

function Refused({ code }: { code: string }) {
	const t = useTranslations("officeLists.orders.bulk");
	const refusalText = useRefusalText();
	const refusal = new RefusedRequest({ refusal: { code, details: {} } });
	return <span className="text-bad">{t("refused", { why: refusalText(refusal) })}</span>;
}
