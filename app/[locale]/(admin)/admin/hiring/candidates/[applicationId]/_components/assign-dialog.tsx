"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { ErrorState } from "@/app/_ui/error-state";
import { FieldGroup } from "@/app/_ui/field";
import { FormNumber } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import { assignTestsInput } from "@/server/contexts/hiring/contracts/tests";
import type { ApplicationId, TestSetId } from "@/server/kernel/ids";
import { FormTests } from "../../../_components/form-tests";
import type { CandidateTests } from "./candidate-tests";

type Props = { applicationId: ApplicationId; tests: CandidateTests; onClose: () => void };

/** Which tests this candidate takes: a set of the vacancy as it is, or changed, and with more time where it is due. */
export default function AssignDialog(props: Props) {
	const t = useTranslations("tests.assign");
	const trpc = useTRPC();
	const sets = useQuery(trpc.hiring.testSets.queryOptions());
	const library = useQuery(trpc.hiring.tests.queryOptions());
	const failed = [sets, library].find(({ isError }) => isError);
	return (
		<Dialog open onOpenChange={props.onClose} title={t("title")} help={t("help")}>
			{failed?.error && <ErrorState error={failed.error} retry={() => void failed.refetch()} />}
			{sets.data && library.data ? (
				<AssignForm {...props} sets={sets.data} library={library.data} />
			) : (
				!failed && <SkeletonRows rows={4} />
			)}
		</Dialog>
	);
}

type Outputs = ReturnType<typeof useTRPC>["hiring"];
type Loaded = {
	sets: Outputs["testSets"]["~types"]["output"];
	library: Outputs["tests"]["~types"]["output"];
};
type Input = z.input<typeof assignTestsInput>;

function AssignForm({ applicationId, tests, onClose, sets, library }: Props & Loaded) {
	const t = useTranslations("tests.assign");
	const locale = useLocale();
	const assign = useMutation(useTRPC().hiring.assignTests.mutationOptions());
	const { assessment, vacancyId, days, variant } = tests;
	const fitting = sets.filter((set) => set.vacancyId === vacancyId && set.active);
	const usual = fitting.find((set) => set.setId === variant?.setId) ?? fitting.find((set) => set.usual) ?? fitting[0];
	const begun = assessment?.attempts.filter(({ state }) => state !== "assigned").map(({ testId }) => testId) ?? [];
	const form = useZodForm<Input, z.output<typeof assignTestsInput>>(assignTestsInput, {
		defaultValues: {
			...{ applicationId, days, extraPercent: assessment?.extraPercent ?? 0 },
			setId: assessment ? assessment.setId : (usual?.setId ?? null),
			testIds: assessment ? assessment.attempts.map(({ testId }) => testId) : (usual?.testIds ?? []),
		},
	});
	const take = (setId: string) => {
		const set = fitting.find((one) => one.setId === setId);
		if (!set) return;
		form.setValue("setId", set.setId as TestSetId);
		form.setValue("testIds", [...begun.filter((testId) => !set.testIds.includes(testId)), ...set.testIds]);
	};
	return (
		<Form
			form={form}
			label={t("title")}
			onSubmit={async (values) => {
				await assign.mutateAsync(values);
				toast.done(t("done"));
				onClose();
			}}
		>
			{variant && (
				<Notice tone="info">
					{t("variant", { ...variant, set: fitting.find((set) => set.setId === variant.setId)?.name[locale] ?? "" })}
				</Notice>
			)}
			{fitting.length > 0 && (
				<FieldGroup label={t("sets")}>
					{() => (
						<div className="flex flex-wrap gap-2">
							{fitting.map(({ setId, name }) => (
								<Button key={setId} onClick={() => take(setId)}>
									{name[locale]}
								</Button>
							))}
						</div>
					)}
				</FieldGroup>
			)}
			<FormTests
				control={form.control}
				name="testIds"
				label={t("tests")}
				help={t("testsHelp")}
				tests={library}
				begun={begun}
			/>
			<div className="grid gap-6 sm:grid-cols-2">
				<FormNumber control={form.control} name="extraPercent" label={t("extra")} help={t("extraHelp")} />
				<FormNumber control={form.control} name="days" label={t("days")} />
			</div>
			<DialogActions>
				<Button look="quiet" onClick={onClose}>
					{t("cancel")}
				</Button>
				<SubmitButton>{t("submit")}</SubmitButton>
			</DialogActions>
		</Form>
	);
}
