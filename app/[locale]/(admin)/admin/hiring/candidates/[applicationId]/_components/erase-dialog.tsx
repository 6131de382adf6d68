"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog } from "@/app/_ui/dialog";
import { FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { canGo, eraseApplicationInput } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const eraseForm = eraseApplicationInput.pick({ words: true });
const gone = ["person", "answers", "notes", "mails"] as const;
const staying = ["way", "points", "audit"] as const;

/** Says what goes and what stays, asks why, and erases the person. */
export default function EraseDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
	const t = useTranslations("candidates.data");
	const locale = useLocale();
	const format = useFormat();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { applicationId, version, name, state, vacancyName, submittedAt } = candidate;
	const erase = useMutation(trpc.hiring.eraseApplication.mutationOptions());
	const form = useZodForm(eraseForm, { defaultValues: { words: "" } });
	const facts = { vacancy: vacancyName[locale], date: format.date(submittedAt) };
	return (
		<Dialog open onOpenChange={onClose} title={t("eraseTitle", { name })} help={t("eraseHelp")}>
			<Form
				form={form}
				onSubmit={async ({ words }) => {
					await erase.mutateAsync({ applicationId, version, words });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("erased"));
					onClose();
				}}
			>
				<Fate title={t("gone")} icon={<Trash2 aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />}>
					{gone.map((what) => t(`goes.${what}`))}
				</Fate>
				<Fate title={t("staying")} icon={<Check aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />}>
					{staying.map((what) => t(`stays.${what}`, facts))}
				</Fate>
				{canGo(state, "withdrawn") && <p>{t("withdrawn")}</p>}
				<FormTextArea control={form.control} name="words" label={t("why")} help={t("whyHelp")} rows={2} />
				<FormActions>
					<SubmitButton look="danger">{t("confirm")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}

function Fate({ title, icon, children }: { title: string; icon: ReactNode; children: string[] }) {
	return (
		<section>
			<h3 className="mb-2 font-semibold">{title}</h3>
			<ul className="space-y-1.5">
				{children.map((line) => (
					<li key={line} className="flex items-start gap-2">
						{icon}
						{line}
					</li>
				))}
			</ul>
		</section>
	);
}
