import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import type { VacancyId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { candidatesList } from "../contracts/applications";
import { openStates } from "../domain/application";

/** How queries of the office's list call an application. */
export const found = alias(applications, "found");

export type CandidateFilters = z.output<typeof candidatesList.filtersOnly>;

/** The filters that an index serves in the list's order, and those that have to be looked through. */
export function candidatesLike({ state, vacancy, search }: CandidateFilters): {
	served: SQL | undefined;
	rest: SQL | undefined;
} {
	const inState = state === "open" ? inArray(found.state, [...openStates]) : state && eq(found.state, state);
	const rest = and(
		vacancy ? eq(found.vacancyId, vacancy as VacancyId) : undefined,
		search ? contains(asStored(search)) : undefined,
		state === "open" ? inState : undefined,
	);
	return { served: state === "open" ? undefined : inState || undefined, rest };
}

/** A phone number is kept without the signs between which people write its digits. */
const asStored = (search: string): string =>
	/^\+?[\d\s().-]{5,}$/.test(search) ? search.replace(/[\s().-]/g, "") : search;

/** The expression is the one that the trigram index is on. */
const contains = (search: string): SQL | undefined =>
	containing(sql`(${found.name} || ' ' || ${found.email} || ' ' || ${found.phone})`, search);
