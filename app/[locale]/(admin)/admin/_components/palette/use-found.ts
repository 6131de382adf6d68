"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_ui/query/trpc";

const TYPING_PAUSE_MS = 120;
/** One sign finds half of all people; an order's number may have one. */
const SHORTEST_NAME = 2;

/** Orders, people and candidates that a text finds. While it is being typed, what the text before has found stays. */
export function useFound(typed: string) {
	const trpc = useTRPC();
	const search = useSettled(typed.trim());
	const kept = { placeholderData: keepPreviousData, retry: false };
	const orders = useQuery({
		...trpc.ordering.searchOrders.queryOptions({ search }),
		...kept,
		enabled: search.length > 0,
	});
	const people = useQuery({
		...trpc.identity.searchPeople.queryOptions({ search }),
		...kept,
		enabled: search.length >= SHORTEST_NAME,
	});
	const candidates = useQuery({
		...trpc.hiring.searchCandidates.queryOptions({ search }),
		...kept,
		enabled: search.length >= SHORTEST_NAME,
	});
	const asked = [orders, people, candidates];
	return {
		orders: search.length > 0 ? (orders.data ?? []) : [],
		people: search.length >= SHORTEST_NAME ? (people.data ?? []) : [],
		candidates: search.length >= SHORTEST_NAME ? (candidates.data ?? []) : [],
		busy: search !== typed.trim() || asked.some(({ isFetching }) => isFetching),
		failed: asked.some(({ isError }) => isError),
	};
}

/** A value once it has stayed the same for a moment. */
function useSettled(value: string): string {
	const [settled, settle] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => settle(value), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return settled;
}
