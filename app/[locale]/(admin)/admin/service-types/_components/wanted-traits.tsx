"use client";

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { z } from "zod";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useTRPC } from "@/app/_ui/query/trpc";
import { toast } from "@/app/_ui/toasts";
import { traitLevel } from "@/server/contexts/hiring/contracts";
import type { WantedTrait } from "@/server/contexts/matching/contracts";
import type { ServiceTypeId } from "@/server/kernel/ids";
import { OutdatedNotice } from "../../_components/outdated-notice";
import { FormTraitLevels } from "../../_components/trait-levels";
import { useShown } from "../../_components/use-shown";

const wantedForm = z.object({ levels: z.array(traitLevel).max(20) });

/** Which traits a service type needs, kept by matching apart from what ordering knows of the type. */
export function WantedTraits({ serviceTypeId }: { serviceTypeId: ServiceTypeId }) {
	const t = useTranslations("serviceTypes.traits");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const options = trpc.matching.serviceTypeTraits.queryOptions({ serviceTypeId });
	const { data } = useSuspenseQuery(options);
	const { shown, show, isOutdated } = useShown(data);
	const save = useMutation(trpc.matching.setServiceTypeTraits.mutationOptions());
	const newest = async () => show(await queries.fetchQuery({ ...options, staleTime: 0 }));
	return (
		<TraitsForm
			key={shown.version}
			wanted={shown.traits}
			notice={isOutdated && <OutdatedNotice onReload={() => void newest()} />}
			onSave={async (traits) => {
				await save.mutateAsync({ serviceTypeId, version: shown.version, traits });
				toast.done(t("done"));
				await newest();
			}}
		/>
	);
}

type TraitsFormProps = {
	wanted: WantedTrait[];
	notice: ReactNode;
	onSave: (traits: WantedTrait[]) => Promise<unknown>;
};

function TraitsForm({ wanted, notice, onSave }: TraitsFormProps) {
	const t = useTranslations("serviceTypes.traits");
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const levels = wanted.map(({ trait, weight }) => ({ trait, level: weight }));
	const form = useZodForm(wantedForm, { defaultValues: { levels } });
	return (
		<Form
			form={form}
			label={t("title")}
			onSubmit={(values) => onSave(values.levels.map(({ trait, level }) => ({ trait, weight: level })))}
		>
			{notice}
			<FormTraitLevels
				control={form.control}
				name="levels"
				label={t("label")}
				traits={traits}
				empty={t("empty")}
				levelName={(weight) => t("weight", { weight })}
			/>
			<FormActions>
				<SubmitButton look="secondary">{t("submit")}</SubmitButton>
			</FormActions>
		</Form>
	);
}
