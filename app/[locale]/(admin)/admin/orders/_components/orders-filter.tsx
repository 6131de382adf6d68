"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { usePathname, useRouter } from "@/app/_i18n/navigation";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { TextInput } from "@/app/_ui/text-input";
import { orderStates } from "@/server/contexts/ordering/contracts";

const ALL = "all";
const TYPING_PAUSE_MS = 250;

/** Search and state. Both live in the address, so that a filtered list can be sent to somebody. */
export function OrdersFilter() {
	const t = useTranslations("office");
	const router = useRouter();
	const pathname = usePathname();
	const params = useSearchParams();
	const [search, setSearch] = useState(params.get("search") ?? "");

	const put = (name: string, value: string) => {
		const next = new URLSearchParams(params);
		if (value) next.set(name, value);
		else next.delete(name);
		router.replace(`${pathname}?${next}`, { scroll: false });
	};
	useEffect(() => {
		if (search === (params.get("search") ?? "")) return;
		const timer = setTimeout(() => put("search", search), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	});

	const choices = [
		{ value: ALL, label: t("orders.allStates") },
		...orderStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
	];
	return (
		<search className="mb-4 flex flex-wrap items-end gap-4">
			<Field label={t("orders.search")} className="w-full sm:w-72">
				{(control) => (
					<TextInput
						{...control}
						type="search"
						placeholder={t("orders.searchHelp")}
						value={search}
						onChange={(event) => setSearch(event.target.value)}
					/>
				)}
			</Field>
			<Field label={t("orders.state")} className="w-full sm:w-56">
				{(control) => (
					<Select
						{...control}
						value={params.get("state") ?? ALL}
						choices={choices}
						onChange={({ target }) => put("state", target.value === ALL ? "" : target.value)}
					/>
				)}
			</Field>
		</search>
	);
}
