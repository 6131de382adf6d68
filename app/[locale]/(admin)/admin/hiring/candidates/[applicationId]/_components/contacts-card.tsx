"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { Dialog } from "@/app/_ui/dialog";
import { FormCheckbox } from "@/app/_ui/form/choice-fields";
import { FormSelect, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Timeline } from "@/app/_ui/timeline";
import { toast } from "@/app/_ui/toasts";
import { contactChannels, logContactInput } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const contactForm = logContactInput.omit({ applicationId: true, idempotencyKey: true });

/** Who spoke with the candidate, when, how, and about what. */
export function ContactsCard({ candidate: { applicationId, contacts, erasedAt } }: { candidate: Candidate }) {
	const t = useTranslations("candidates.contacts");
	const format = useFormat();
	const [adding, setAdding] = useState(false);
	return (
		<Card>
			<CardHeader
				title={t("title")}
				actions={!erasedAt && <Button onClick={() => setAdding(true)}>{t("add")}</Button>}
			/>
			{contacts.length === 0 && <p className="text-muted">{t("none")}</p>}
			<Timeline
				entries={contacts.map(({ id, contactedAt, by, channel, reached, words }) => ({
					...{ key: id, at: format.dateTime(contactedAt), dateTime: contactedAt.toISOString() },
					title: reached ? t(`channels.${channel}`) : `${t(`channels.${channel}`)}, ${t("notReached")}`,
					...{ by: by.name, tone: reached ? ("good" as const) : ("neutral" as const) },
					children: <p className="wrap-anywhere whitespace-pre-line">{words}</p>,
				}))}
			/>
			{adding && <LogContact applicationId={applicationId} onClose={() => setAdding(false)} />}
		</Card>
	);
}

function LogContact({ applicationId, onClose }: Pick<Candidate, "applicationId"> & { onClose: () => void }) {
	const t = useTranslations("candidates.contacts");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const log = useMutation(trpc.hiring.logContact.mutationOptions());
	const form = useZodForm(contactForm, { defaultValues: { channel: "phone", reached: true, words: "" } });
	return (
		<Dialog open onOpenChange={onClose} title={t("add")}>
			<Form
				form={form}
				onSubmit={async (values, { idempotencyKey }) => {
					await log.mutateAsync({ ...values, applicationId, idempotencyKey });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("saved"));
					onClose();
				}}
			>
				<FormSelect
					control={form.control}
					name="channel"
					label={t("channel")}
					choices={contactChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
				/>
				<FormCheckbox control={form.control} name="reached" label={t("reached")} />
				<FormTextArea control={form.control} name="words" label={t("words")} rows={3} />
				<FormActions>
					<SubmitButton>{t("save")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
