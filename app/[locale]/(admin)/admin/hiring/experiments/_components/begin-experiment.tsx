"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { Card, CardHeader } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { FormNumber, FormSelect, FormText, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import { beginExperimentInput } from "@/server/contexts/hiring/contracts/screening";
import type { TestSetId, VacancyId } from "@/server/kernel/ids";
import { useOutcomeWords } from "../../_components/use-outcome-words";
import { useVacancy } from "../../_components/vacancy-choice";
import type { Screening } from "../../rules/_components/use-rule-facts";
import type { TestSet } from "../../sets/_components/test-set";
import { ArmsEditor } from "./arms-editor";

const outcomes = ["completion", "no-shows", "stars", "accepted"] as const;

/** Tries a version of the rule, or another test set, on a random share of the applicants. */
export function BeginExperiment() {
	const { vacancyId } = useVacancy();
	return vacancyId ? <BeginFor vacancyId={vacancyId} /> : <SkeletonCards />;
}

function BeginFor({ vacancyId }: { vacancyId: VacancyId }) {
	const trpc = useTRPC();
	const screening = useQuery(trpc.hiring.screening.queryOptions({ vacancyId }));
	const testSets = useQuery(trpc.hiring.testSets.queryOptions());
	const failed = [screening, testSets].find(({ isError }) => isError);
	if (failed)
		return <ErrorState error={failed.error} retry={() => void failed.refetch()} pending={failed.isRefetching} />;
	if (!screening.data || !testSets.data) return <SkeletonCards />;
	const sets = testSets.data.filter((set) => set.vacancyId === vacancyId && set.active);
	if (screening.data.versions.length < 2 && sets.every(({ usual }) => usual)) return <Nothing vacancyId={vacancyId} />;
	return <Begin vacancyId={vacancyId} screening={screening.data} sets={sets} />;
}

/** There is but one rule and one set: nothing to compare. */
function Nothing({ vacancyId }: { vacancyId: VacancyId }) {
	const t = useTranslations("screening");
	const action = (
		<div className="flex flex-wrap gap-2">
			<Button asChild>
				<Link look="plain" href={`/admin/hiring/rules/edit?vacancy=${vacancyId}`}>
					{t("edit.title")}
				</Link>
			</Button>
			<Button asChild>
				<Link look="plain" href="/admin/hiring/sets">
					{t("experiments.toSets")}
				</Link>
			</Button>
		</div>
	);
	return (
		<Notice tone="info" action={action}>
			{t("experiments.ruleNeeded")}
		</Notice>
	);
}

type Props = { vacancyId: VacancyId; screening: Screening; sets: TestSet[] };

function Begin({ vacancyId, screening, sets }: Props) {
	const t = useTranslations("screening");
	const router = useRouter();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const words = useOutcomeWords();
	const begin = useMutation(trpc.hiring.beginExperiment.mutationOptions());
	const { inForce, versions } = screening;
	const other = versions.find(({ version }) => version !== inForce)?.version;
	const otherSet = other === undefined ? (sets.find(({ usual }) => !usual)?.setId ?? null) : null;
	const arm = (name: string, ruleVersion: number, testSetId: TestSetId | null) => ({
		...{ name, percent: 50, ruleVersion, testSetId },
	});
	const form = useZodForm(beginExperimentInput, {
		defaultValues: {
			...{ vacancyId, name: "", question: "", outcome: "completion", worth: 5 },
			arms: [arm(t("rules.inForce"), inForce, null), arm("", other ?? inForce, otherSet)],
		},
	});
	const { control } = form;
	return (
		<Form
			form={form}
			className="max-w-2xl"
			onSubmit={async (values) => {
				const { experimentId } = await begin.mutateAsync(values);
				await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
				toast.done(t("experiments.begun"));
				router.push(`/admin/hiring/experiments/${experimentId}`);
			}}
		>
			<Card>
				<div className="flex flex-col gap-6">
					<FormText control={control} name="name" label={t("experiments.name")} autoComplete="off" />
					<FormTextArea control={control} name="question" label={t("experiments.question")} rows={2} />
					<FormSelect
						control={control}
						name="outcome"
						label={t("experiments.outcome")}
						help={t("experiments.outcomeHelp")}
						choices={outcomes.map((value) => ({ value, label: words.name(value) }))}
					/>
					<FormNumber control={control} name="worth" label={t("experiments.worth")} help={t("experiments.worthHelp")} />
				</div>
			</Card>
			<Card>
				<CardHeader title={t("experiments.arms")} help={t("experiments.armsHelp")} />
				<ArmsEditor control={control} versions={versions} sets={sets} />
			</Card>
			<FormActions>
				<SubmitButton>{t("experiments.submit")}</SubmitButton>
			</FormActions>
		</Form>
	);
}
