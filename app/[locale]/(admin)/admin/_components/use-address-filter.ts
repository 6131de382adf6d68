"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { usePathname, useRouter } from "@/app/_i18n/navigation";

const TYPING_PAUSE_MS = 250;

/** Filters that live in the address, so that a filtered list can be sent to somebody. */
export function useAddressFilter() {
	const router = useRouter();
	const pathname = usePathname();
	const params = useSearchParams();
	/** An empty value takes the filter away. */
	const put = (name: string, value: string) => {
		const next = new URLSearchParams(params);
		if (value) next.set(name, value);
		else next.delete(name);
		router.replace(`${pathname}?${next}`, { scroll: false });
	};
	return { params, put };
}

/** The search, put into the address when typing pauses. */
export function useAddressSearch() {
	const { params, put } = useAddressFilter();
	const [search, setSearch] = useState(params.get("search") ?? "");
	useEffect(() => {
		if (search === (params.get("search") ?? "")) return;
		const timer = setTimeout(() => put("search", search), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	});
	return [search, setSearch] as const;
}
