"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/app/_ui/card";
import { FormNumber, FormText } from "@/app/_ui/form/fields";
import type { RuleControl } from "./rule-control";
import { TraitNumbers } from "./trait-numbers";

/** Every setting of a rule. */
export function RuleFields({ control }: { control: RuleControl }) {
	const t = useTranslations("screening.edit");
	return (
		<>
			<Card>
				<div className="flex flex-col gap-6">
					<FormText control={control} name="name" label={t("name")} help={t("nameHelp")} autoComplete="off" />
				</div>
			</Card>
			<Card>
				<CardHeader title={t("counts")} />
				<div className="flex flex-col gap-6">
					<TraitNumbers control={control} kind="weights" />
					<TraitNumbers control={control} kind="mustHaves" />
				</div>
			</Card>
			<Card>
				<CardHeader title={t("lines")} />
				<div className="flex flex-col gap-6">
					<FormNumber control={control} name="rule.acceptTop" label={t("acceptTop")} />
					<FormNumber control={control} name="rule.lookTop" label={t("lookTop")} help={t("lookTopHelp")} />
					<FormNumber control={control} name="rule.floor" label={t("floor")} help={t("floorHelp")} />
					<FormNumber control={control} name="rule.cohort.days" label={t("days")} />
					<FormNumber
						control={control}
						name="rule.cohort.atLeast"
						label={t("atLeastSize")}
						help={t("atLeastSizeHelp")}
					/>
					<FormNumber control={control} name="rule.trial" label={t("trial")} help={t("trialHelp")} />
				</div>
			</Card>
			<Card>
				<CardHeader title={t("profile")} />
				<div className="flex flex-col gap-6">
					<FormNumber control={control} name="rule.strengthFrom" label={t("strengthFrom")} />
					<FormNumber control={control} name="rule.weaknessBelow" label={t("weaknessBelow")} />
				</div>
			</Card>
		</>
	);
}
