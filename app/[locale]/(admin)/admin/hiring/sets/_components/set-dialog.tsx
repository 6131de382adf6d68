"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { FormCheckbox } from "@/app/_ui/form/choice-fields";
import { FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { defineTestSetInput } from "@/server/contexts/hiring/contracts/tests";
import { FormTests } from "../../_components/form-tests";
import type { LibraryTest, TestSet, Vacancy } from "./test-set";

type Props = { set: TestSet | null; tests: LibraryTest[]; vacancies: Vacancy[]; onClose: () => void };
type Input = z.input<typeof defineTestSetInput>;

/** A set: its tests in the order in which they are taken. */
export default function SetDialog({ set, tests, vacancies, onClose }: Props) {
	const t = useTranslations("library.sets");
	const locale = useLocale();
	const define = useMutation(useTRPC().hiring.defineTestSet.mutationOptions());
	const form = useZodForm<Input, z.output<typeof defineTestSetInput>>(defineTestSetInput, {
		defaultValues: set ?? {
			...{ setId: null, revision: 0, name: { en: "", ru: "" }, usual: false, active: true },
			...{ vacancyId: vacancies[0]?.vacancyId, testIds: [] },
		},
	});
	const { control } = form;
	return (
		<Dialog open onOpenChange={onClose} title={t(set ? "edit" : "add")}>
			<Form
				form={form}
				label={t(set ? "edit" : "add")}
				onSubmit={async (values) => {
					await define.mutateAsync(values);
					toast.done(t("done"));
					onClose();
				}}
			>
				<div className="grid gap-6 sm:grid-cols-2">
					<FormText control={control} name="name.en" label={t("nameEn")} autoComplete="off" />
					<FormText control={control} name="name.ru" label={t("nameRu")} autoComplete="off" />
				</div>
				<FormSelect
					control={control}
					name="vacancyId"
					label={t("vacancy")}
					choices={vacancies.map(({ vacancyId, name }) => ({ value: vacancyId, label: name[locale] }))}
				/>
				<FormTests control={control} name="testIds" label={t("tests")} help={t("testsHelp")} tests={tests} />
				<FormCheckbox control={control} name="usual" label={t("usual")} help={t("usualHelp")} />
				<FormCheckbox control={control} name="active" label={t("offered")} />
				<DialogActions>
					<Button look="quiet" onClick={onClose}>
						{t("cancel")}
					</Button>
					<SubmitButton>{t("save")}</SubmitButton>
				</DialogActions>
			</Form>
		</Dialog>
	);
}
