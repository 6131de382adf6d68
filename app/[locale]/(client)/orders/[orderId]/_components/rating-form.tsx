"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Card, CardHeader } from "@/app/_ui/card";
import { FormStars } from "@/app/_ui/form/choice-fields";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { rateOrderInput } from "@/server/contexts/ordering/contracts";

/** Stars and words for an order that is done. */
export default function RatingForm({ orderId }: { orderId: string }) {
	const t = useTranslations("orders.rate");
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const form = useZodForm(rateOrderInput, { defaultValues: { orderId, words: "" } });
	const rate = useMutation(
		trpc.ordering.rateOrder.mutationOptions({
			onSuccess: () => queryClient.invalidateQueries(trpc.ordering.getOrder.queryFilter({ orderId })),
		}),
	);
	const send = async (rating: z.output<typeof rateOrderInput>) => {
		await rate.mutateAsync(rating);
		toast.done(t("done"));
	};
	return (
		<Card aria-label={t("title")}>
			<CardHeader title={t("title")} />
			<Form form={form} onSubmit={send} label={t("title")}>
				<FormStars control={form.control} name="stars" label={t("stars")} />
				<FormTextArea control={form.control} name="words" label={t("words")} help={t("help")} limit={1000} optional />
				<FormActions>
					<SubmitButton>{t("submit")}</SubmitButton>
				</FormActions>
			</Form>
		</Card>
	);
}
