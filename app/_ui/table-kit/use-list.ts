"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

export type Asked = { sort: string; order: "asc" | "desc"; after?: string; before?: string };
export type Definition<Given extends Asked> = {
	name: string;
	filterNames: readonly string[];
	fromAddress(address: { get(name: string): string | null }): Given;
};

/** Values to put into the address; an empty one is taken away. */
type Changes = Record<string, string | undefined>;

const PLACES = ["after", "before"];

/**
 * A list as the address says: what is asked for, and how to ask for something else. Each change is a step that the browser's
 * back button takes back, except what is still being typed.
 */
export function useList<Given extends Asked>(definition: Definition<Given>) {
	const params = useSearchParams();
	const address = params.toString();
	const asked = useMemo(() => definition.fromAddress(new URLSearchParams(address)), [definition, address]);

	const put = (changes: Changes, step: "push" | "replace" = "push") => {
		const next = new URLSearchParams(address);
		for (const place of PLACES) next.delete(place);
		for (const [name, value] of Object.entries(changes)) {
			if (value) next.set(name, value);
			else next.delete(name);
		}
		go(next, step);
	};

	return {
		name: definition.name,
		asked,
		/** The whole question as text, for the address of an export. */
		address,
		/** The same without the place in the list: what is worth keeping. */
		withoutPlace() {
			const kept = new URLSearchParams(address);
			for (const place of PLACES) kept.delete(place);
			return kept.toString();
		},
		put,
		/** Replaces everything that the address says. */
		open: (query: string) => go(new URLSearchParams(query), "push"),
		value: (name: string): string => params.get(name) ?? "",
		/** The names of the filters that are set. */
		filters: definition.filterNames.filter((name) => (asked as Record<string, unknown>)[name] !== undefined),
		clear: () => put(Object.fromEntries(definition.filterNames.map((name) => [name, undefined]))),
		/** Whether the list can be sorted so with the filters that are set. */
		canSortBy(sort: string): boolean {
			const next = new URLSearchParams(address);
			next.set("sort", sort);
			return definition.fromAddress(next).sort === sort;
		},
		sortBy(sort: string) {
			const turned = asked.sort === sort && asked.order === "desc" ? "asc" : "desc";
			put({ sort, order: turned });
		},
	};
}

export type List = ReturnType<typeof useList<Asked>>;

/** The page's parts read the address by themselves, so nothing is asked of the server but the list. */
function go(params: URLSearchParams, step: "push" | "replace"): void {
	const query = params.toString();
	const url = query ? `?${query}` : window.location.pathname;
	// What is asked for again is no step that could be taken back.
	if (new URL(url, window.location.href).href === window.location.href) return;
	if (step === "push") window.history.pushState(null, "", url);
	else window.history.replaceState(null, "", url);
}
