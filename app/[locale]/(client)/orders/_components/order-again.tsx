"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useRouter } from "@/app/_i18n/navigation";
import { Button, type ButtonProps } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { Form } from "@/app/_ui/form/form";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { CostSummary } from "./cost-summary";
import { StartFields, startShape } from "./start-fields";

type Props = {
	order: { orderId: string; serviceTypeId: string; failed: boolean };
	look?: ButtonProps["look"];
	size?: ButtonProps["size"];
};

/** The button that places an ended order again, and its dialog: a new time is chosen by hand. */
export function OrderAgain({ order, look, size }: Props) {
	const t = useTranslations("orders");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look={look} size={size} onClick={() => setOpen(true)}>
				{t(order.failed ? "failed.action" : "again.button")}
			</Button>
			<Dialog
				open={open}
				onOpenChange={setOpen}
				title={t(order.failed ? "again.titleFailed" : "again.title")}
				help={t(order.failed ? "again.helpFailed" : "again.help")}
			>
				<OrderAgainForm order={order} />
			</Dialog>
		</>
	);
}

const schema = z.object({ idempotencyKey: z.string(), ...startShape });

function OrderAgainForm({ order }: Pick<Props, "order">) {
	const t = useTranslations("orders.again");
	const trpc = useTRPC();
	const router = useRouter();
	const queryClient = useQueryClient();
	const form = useZodForm(schema);
	const types = useQuery(trpc.ordering.listServiceTypes.queryOptions());
	const again = useMutation(
		trpc.ordering.orderAgain.mutationOptions({
			onError: () => queryClient.invalidateQueries(trpc.ordering.listStartTimes.pathFilter()),
		}),
	);
	const offered = types.data?.some((type) => type.serviceTypeId === order.serviceTypeId) ?? true;
	if (!offered) {
		return (
			<Notice tone="info" action={<Link href="/orders/new">{t("newOrder")}</Link>}>
				{t("gone")}
			</Notice>
		);
	}
	const send = async ({ start }: z.output<typeof schema>, { idempotencyKey }: { idempotencyKey: string }) => {
		const copy = await again.mutateAsync({ idempotencyKey, orderId: order.orderId, startsAt: new Date(start) });
		toast.done(t("done", { number: copy.number }));
		router.push(`/orders/${copy.orderId}`);
	};
	return (
		<Form form={form} onSubmit={send} refusalFields={{ "ordering.start_not_possible": "start" }}>
			<StartFields form={form} />
			<CostSummary serviceTypeId={order.serviceTypeId} />
			<DialogActions>
				<SubmitButton>{t("submit")}</SubmitButton>
			</DialogActions>
		</Form>
	);
}
