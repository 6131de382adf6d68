"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { pinWorkerInput } from "@/server/contexts/matching/contracts";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import type { Match } from "../../../_components/match/candidates-table";

const chosenByHand = pinWorkerInput.omit({ orderId: true });

/** Who has the order already; null when nobody has. */
type Holder = { workerId: WorkerId; name: string } | null;
type Props = { orderId: OrderId; candidates: Match["candidates"]; holder: Holder };

/** A manager chooses the worker: past the chain, not past the calendar. */
export function PinWorker({ orderId, candidates, holder }: Props) {
	const t = useTranslations("office.order.pin");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button size="small" onClick={() => setOpen(true)}>
				<Pin aria-hidden />
				{holder ? t("replace") : t("button")}
			</Button>
			<Dialog
				{...{ open, onOpenChange: setOpen }}
				title={holder ? t("replace") : t("button")}
				help={holder ? t("replaceHelp", { name: holder.name }) : t("help")}
			>
				<PinForm orderId={orderId} candidates={candidates} holder={holder} onDone={() => setOpen(false)} />
			</Dialog>
		</>
	);
}

function PinForm({ orderId, candidates, holder, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("office.order.pin");
	const locale = useLocale();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const pin = useMutation(trpc.matching.pinWorker.mutationOptions());
	const form = useZodForm(chosenByHand, { defaultValues: { reason: "" } });
	const others = candidates.filter(({ workerId }) => workerId !== holder?.workerId);
	const choices = others.map(({ workerId, name, rank, out }) => ({
		value: workerId,
		label: rank !== null ? t("ranked", { name, rank }) : out?.words ? `${name}: ${out.words[locale]}` : name,
	}));
	return (
		<Form
			form={form}
			label={holder ? t("replace") : t("button")}
			refusalFields={{ "matching.worker_taken": "workerId", "matching.not_in_pool": "workerId" }}
			onSubmit={async ({ workerId, reason }) => {
				await pin.mutateAsync({ orderId, workerId, reason });
				const name = candidates.find((candidate) => candidate.workerId === workerId)?.name ?? "";
				toast.done(t(holder ? "asked" : "done", { name }));
				onDone();
				await queries.invalidateQueries(trpc.matching.pathFilter());
			}}
		>
			<FormSelect
				control={form.control}
				name="workerId"
				label={t("worker")}
				placeholder={t("choose")}
				choices={choices}
			/>
			<FormTextArea
				control={form.control}
				name="reason"
				label={t("reason")}
				help={t("reasonHelp")}
				rows={2}
				limit={500}
			/>
			<FormActions>
				<SubmitButton>{t("submit")}</SubmitButton>
			</FormActions>
		</Form>
	);
}
