"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { toast } from "@/app/_ui/toasts";
import { type ScreeningRule, saveRuleInput, screeningRule } from "@/server/contexts/hiring/contracts/screening";
import type { VacancyId } from "@/server/kernel/ids";
import { useAddressFilter } from "../../../_components/use-address-filter";
import { useVacancy } from "../../_components/vacancy-choice";
import { ReplayPanel } from "./replay-panel";
import { RuleFields } from "./rule-fields";
import { type RuleVersion, useRuleFacts } from "./use-rule-facts";

const ruleForm = saveRuleInput.pick({ name: true, rule: true });

/** The next version of a rule: changed by a form, tried over history before it is saved. */
export function EditRule() {
	const { vacancyId } = useVacancy();
	return vacancyId ? <EditOf vacancyId={vacancyId} /> : <SkeletonCards />;
}

function EditOf({ vacancyId }: { vacancyId: VacancyId }) {
	const { params } = useAddressFilter();
	const query = useQuery(useTRPC().hiring.screening.queryOptions({ vacancyId }));
	if (query.isError)
		return <ErrorState error={query.error} retry={() => void query.refetch()} pending={query.isRefetching} />;
	if (!query.data) return <SkeletonCards />;
	const { versions, inForce } = query.data;
	const asked = params.get("from") ?? String(inForce);
	const base =
		versions.find(({ version }) => String(version) === asked) ?? versions.find(({ version }) => version === inForce);
	return base ? <Edit key={base.version} vacancyId={vacancyId} base={base} /> : null;
}

function Edit({ vacancyId, base }: { vacancyId: VacancyId; base: RuleVersion }) {
	const t = useTranslations("screening");
	const router = useRouter();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { words } = useRuleFacts();
	const save = useMutation(trpc.hiring.saveRule.mutationOptions());
	const form = useZodForm(ruleForm, { defaultValues: { name: "", rule: base.rule } });
	const [tried, setTried] = useState<ScreeningRule | null>(null);
	const list = `/admin/hiring/rules?vacancy=${vacancyId}`;
	const tryIt = async () => {
		const sound = await form.trigger("rule", { shouldFocus: true });
		const { data } = screeningRule.safeParse(form.getValues("rule"));
		if (sound && data) setTried(data);
		else toast.failed(t("edit.invalid"));
	};
	return (
		<>
			<PageHeader
				title={t("edit.title")}
				help={t("edit.help", { version: words.version(base) })}
				back={{ href: list, label: t("rules.title") }}
			/>
			<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[26rem_minmax(0,1fr)]">
				<Form
					form={form}
					label={t("edit.title")}
					onSubmit={async ({ name, rule }, { idempotencyKey }) => {
						const saved = { vacancyId, basedOn: base.version, name, rule, idempotencyKey };
						const { version } = await save.mutateAsync(saved);
						await queries.invalidateQueries({ queryKey: trpc.hiring.pathKey() });
						toast.done(t("edit.saved", { version: words.version({ version, name }) }));
						router.push(list);
					}}
				>
					<RuleFields control={form.control} />
					<FormActions>
						<SubmitButton>{t("edit.save")}</SubmitButton>
						<Button onClick={() => void tryIt()}>{t("edit.try")}</Button>
					</FormActions>
				</Form>
				<ReplayPanel vacancyId={vacancyId} rule={tried} />
			</div>
		</>
	);
}
