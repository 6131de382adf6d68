"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import { useAddressFilter, useAddressSearch } from "../../_components/use-address-filter";

const ALL = "all";

export function WorkersFilter() {
	const t = useTranslations("workers.filter");
	const { params, put } = useAddressFilter();
	const [search, setSearch] = useAddressSearch();
	const choices = [
		{ value: ALL, label: t("all") },
		{ value: "yes", label: t("active") },
		{ value: "no", label: t("inactive") },
	];
	return (
		<search className="mb-4 flex flex-wrap items-end gap-4">
			<Field label={t("search")} className="w-full sm:w-72">
				{(control) => (
					<TextInput
						{...control}
						type="search"
						placeholder={t("searchHelp")}
						value={search}
						onChange={({ target }) => setSearch(target.value)}
					/>
				)}
			</Field>
			<Field label={t("state")} className="w-full sm:w-56">
				{(control) => (
					<Select
						{...control}
						value={params.get("active") ?? ALL}
						choices={choices}
						onChange={({ target }) => put("active", target.value === ALL ? "" : target.value)}
					/>
				)}
			</Field>
		</search>
	);
}
