"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { resolvePaymentForm } from "@/server/contexts/billing/contracts";

type Billing = ReturnType<typeof useTRPC>["billing"];
type About = inferInput<Billing["askRuling"]>["about"];
type Given = inferOutput<Billing["officeInvoice"]>["rulings"][number];

const tones = { waiting: "warn", approved: "good", declined: "neutral" } as const;

type Props = { about: About; amount: bigint; contradicted: boolean; rulings: Given[] };

/** Where a service contradicts itself: what managers have said really became of it, and the way to say so. */
export function Ruling({ about, amount, contradicted, rulings }: Props) {
	const t = useTranslations("rulings");
	const mine = rulings.filter(({ subject }) => subject === `${about.what}:${about.id}`);
	const waits = mine.some(({ status }) => status === "waiting");
	return (
		<>
			{contradicted && <p className="mt-1 font-medium text-bad text-xs">{t("contradicted", { what: about.what })}</p>}
			{contradicted && !waits && <AskRuling about={about} amount={amount} />}
			{mine.length > 0 && (
				<ul className="mt-2 space-y-2 text-xs">
					{mine.map(({ approvalId, became, reason, askedBy, decidedBy, status, words }) => (
						<li key={approvalId} className="wrap-anywhere">
							<Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
							<p>
								{t("said", { name: askedBy.name ?? "–", became: t(`${about.what}.${became ?? "refused"}`), reason })}
							</p>
							{decidedBy && <p>{[decidedBy.name ?? "–", words].filter(Boolean).join(": ")}</p>}
							{status === "waiting" && <Link href="/admin/money/approvals?status=waiting">{t("approvals")}</Link>}
						</li>
					))}
				</ul>
			)}
		</>
	);
}

function AskRuling({ about, amount }: Pick<Props, "about" | "amount">) {
	const t = useTranslations("rulings");
	const format = useFormat();
	const trpc = useTRPC();
	const queryClient = useQueryClient();
	const [open, setOpen] = useState(false);
	const fields = useZodForm(resolvePaymentForm, { defaultValues: { reason: "" } });
	const ask = useMutation(
		trpc.billing.askRuling.mutationOptions({
			onSettled: () => queryClient.invalidateQueries(trpc.billing.pathFilter()),
		}),
	);
	return (
		<>
			<Button size="small" className="mt-1" onClick={() => setOpen(true)}>
				{t("button")}
			</Button>
			<Dialog
				open={open}
				onOpenChange={setOpen}
				title={t("title", { what: about.what, amount: format.money(amount) })}
				help={t("help", { what: about.what })}
			>
				<Form
					form={fields}
					onSubmit={async (found, { idempotencyKey }) => {
						await ask.mutateAsync({ idempotencyKey, about, ...found });
						toast.done(t("done"));
						setOpen(false);
					}}
				>
					<FormSelect
						control={fields.control}
						name="became"
						label={t("became")}
						placeholder={t("choose")}
						choices={(["succeeded", "refused"] as const).map((value) => ({
							value,
							label: t(`${about.what}.${value}`),
						}))}
					/>
					<FormText control={fields.control} name="reason" label={t("reason")} help={t("reasonHelp")} />
					<FormActions>
						<SubmitButton>{t("ask")}</SubmitButton>
					</FormActions>
				</Form>
			</Dialog>
		</>
	);
}
