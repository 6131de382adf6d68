"use client";

import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { type Asked, type Definition, useList } from "./use-list";

type Question<Answer, Failure, Key extends QueryKey> = Pick<
	UseQueryOptions<Answer, Failure, Answer, Key>,
	"queryKey" | "queryFn"
>;

type Place = "sort" | "order" | "after" | "before" | "limit";

type Questions<Given, Page, Counted, Failure, Key extends QueryKey> = {
	rows: (asked: Given) => Question<Page, Failure, Key>;
	count: (filters: Omit<Given, Place>) => Question<Counted, Failure, Key>;
	/** For what changes without any context's telling. */
	everyMs?: number;
};

/** A list as the address says, with its rows and how many there are: what `ListTable` takes. Old rows stay until the new ones are there. */
export function useListed<Given extends Asked & { limit?: number }, Page, Counted, Failure, Key extends QueryKey>(
	definition: Definition<Given>,
	{ rows, count, everyMs }: Questions<Given, Page, Counted, Failure, Key>,
) {
	const list = useList(definition);
	const { sort: _sort, order: _order, after: _after, before: _before, limit: _limit, ...filters } = list.asked;
	const kept = { placeholderData: keepPreviousData };
	return {
		list,
		query: useQuery({ ...rows(list.asked), ...kept, ...(everyMs !== undefined && { refetchInterval: everyMs }) }),
		count: useQuery({ ...count(filters), ...kept }),
	};
}
