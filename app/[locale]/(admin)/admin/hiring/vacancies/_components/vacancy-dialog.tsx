"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Dialog } from "@/app/_ui/dialog";
import { FormCheckbox } from "@/app/_ui/form/choice-fields";
import { FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { defineVacancyInput } from "@/server/contexts/hiring/contracts/applications";
import type { ListedVacancy } from "./vacancy";

type Props = { vacancy: ListedVacancy | null; onClose: () => void };

const vacancyForm = defineVacancyInput.pick({ name: true, open: true });

/** What a vacancy is called in each language; a new one is open at once unless it is to be prepared first. */
export function VacancyDialog({ vacancy, onClose }: Props) {
	const t = useTranslations("vacancies");
	const locale = useLocale();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const define = useMutation(trpc.hiring.defineVacancy.mutationOptions());
	const edit = useMutation(trpc.hiring.editVacancy.mutationOptions());
	const name = vacancy?.name ?? { en: "", ru: "" };
	const form = useZodForm(vacancyForm, { defaultValues: { name, open: true } });
	const { control } = form;
	return (
		<Dialog open onOpenChange={onClose} title={t(vacancy ? "edit" : "add")} help={t(vacancy ? "editHelp" : "addHelp")}>
			<Form
				form={form}
				label={t(vacancy ? "edit" : "add")}
				onSubmit={async (values, { idempotencyKey }) => {
					if (vacancy) {
						const { vacancyId, version } = vacancy;
						await edit.mutateAsync({ vacancyId, version, name: values.name });
					} else await define.mutateAsync({ ...values, idempotencyKey });
					await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
					toast.done(t("saved", { name: values.name[locale] }));
					onClose();
				}}
			>
				<FormText control={control} name="name.en" label={t("nameEn")} autoComplete="off" />
				<FormText control={control} name="name.ru" label={t("nameRu")} autoComplete="off" />
				{!vacancy && <FormCheckbox control={control} name="open" label={t("openAtOnce")} help={t("openAtOnceHelp")} />}
				<FormActions>
					<SubmitButton>{t("save")}</SubmitButton>
				</FormActions>
			</Form>
		</Dialog>
	);
}
