"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { Dialog } from "@/app/_ui/dialog";
import { FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useBusinessNow, useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import { remindInput } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = { tomorrow: 1, three: 3, week: 7, month: 30 } as const;
const whens = ["tomorrow", "three", "week", "month"] as const;
const reminderForm = remindInput.pick({ words: true }).extend({ when: z.enum(whens) });

/** What somebody wants to be told about the candidate, and when. */
export function RemindersCard({ candidate: { applicationId, reminders, erasedAt } }: { candidate: Candidate }) {
	const t = useTranslations("candidates.reminders");
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const [adding, setAdding] = useState(false);
	const settle = useMutation(
		trpc.hiring.settleReminder.mutationOptions({
			onError: (error) => toast.failed(refusalText(error)),
			onSettled: () => queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() }),
		}),
	);
	const open = reminders.filter(({ doneAt }) => doneAt === null);
	return (
		<Card>
			<CardHeader
				title={t("title")}
				actions={!erasedAt && <Button onClick={() => setAdding(true)}>{t("add")}</Button>}
			/>
			{open.length === 0 && <p className="text-muted">{t("none")}</p>}
			<ul className="divide-y divide-line">
				{open.map(({ id, words, dueAt, by }) => (
					<li key={id} className="flex items-center justify-between gap-4 py-2">
						<div className="min-w-0">
							<p className="wrap-anywhere">{words}</p>
							<p className="text-muted text-sm">{t("for", { name: by.name ?? "", when: format.dateTime(dueAt) })}</p>
						</div>
						<Button size="small" onClick={() => settle.mutate({ reminderId: id })} pending={settle.isPending}>
							{t("done")}
						</Button>
					</li>
				))}
			</ul>
			{adding && <SetReminder applicationId={applicationId} onClose={() => setAdding(false)} />}
		</Card>
	);
}

function SetReminder({ applicationId, onClose }: Pick<Candidate, "applicationId"> & { onClose: () => void }) {
	const t = useTranslations("candidates.reminders");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const now = useBusinessNow();
	const remind = useMutation(trpc.hiring.setReminder.mutationOptions());
	const form = useZodForm(reminderForm, { defaultValues: { when: "three", words: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("addTitle")}>
			<Form
				form={form}
				onSubmit={async ({ when, words }, { idempotencyKey }) => {
					const dueAt = new Date(now.getTime() + inDays[when] * DAY_MS);
					await remind.mutateAsync({ applicationId, dueAt, words, idempotencyKey });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("saved"));
					onClose();
				}}
			>
				<FormSelect
					control={form.control}
					name="when"
					label={t("when")}
					choices={whens.map((value) => ({ value, label: t(`whens.${value}`) }))}
				/>
				<FormText control={form.control} name="words" label={t("words")} autoComplete="off" />
				<FormActions>
					<SubmitButton>{t("save")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
