"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { Select } from "@/app/_ui/select";
import type { VacancyId } from "@/server/kernel/ids";
import { useAddressFilter } from "../../_components/use-address-filter";

/** Which vacancy a page of screening is about: the address says so, else the first one. */
export function useVacancy() {
	const { params } = useAddressFilter();
	const { data: vacancies = [] } = useQuery(useTRPC().hiring.vacancies.queryOptions());
	const asked = vacancies.find(({ vacancyId }) => vacancyId === params.get("vacancy"));
	return { vacancies, vacancyId: (asked ?? vacancies[0])?.vacancyId };
}

/** The choice of a vacancy, where there are several. */
export function VacancyChoice({ vacancyId }: { vacancyId: VacancyId }) {
	const t = useTranslations("screening");
	const locale = useLocale();
	const { put } = useAddressFilter();
	const { vacancies } = useVacancy();
	if (vacancies.length < 2) return null;
	return (
		<Field label={t("vacancy")} className="mb-6 max-w-xs">
			{(control) => (
				<Select
					{...control}
					value={vacancyId}
					choices={vacancies.map((each) => ({ value: each.vacancyId, label: each.name[locale] }))}
					onChange={({ target }) => put("vacancy", target.value)}
				/>
			)}
		</Field>
	);
}
