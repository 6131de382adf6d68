import type { testSets, testSetTests, tests, testVersions } from "@/db/schema/hiring-tests";
import { actorRef, system } from "@/server/kernel/actor";
import type { TestId, TestSetId } from "@/server/kernel/ids";
import { firstVacancies } from "../vacancies";
import { carefulPaws } from "./careful-paws";
import { onTheJob } from "./on-the-job";
import { quickEyes } from "./quick-eyes";

const BEGINNING = new Date(0);
const SET = "01900000-0000-7000-8000-000000000020" as TestSetId;
const idOf = (at: number) => `01900000-0000-7000-8000-00000000001${at}` as TestId;

/** The tests that an installation starts with; each is published as its version 1. */
export const firstContents = [carefulPaws, quickEyes, onTheJob];

export const firstTests: (typeof tests.$inferInsert)[] = firstContents.map((draft, at) => ({
	...{ id: idOf(at), name: draft.title, draft, version: 1, changedAt: BEGINNING },
}));

export const firstTestVersions: (typeof testVersions.$inferInsert)[] = firstContents.map((content, at) => ({
	...{ testId: idOf(at), version: 1, content, publishedAt: BEGINNING, publishedBy: actorRef(system("installation")) },
}));

/** What the candidates of the first vacancy take unless a manager says otherwise. */
export const firstTestSets: (typeof testSets.$inferInsert)[] = firstVacancies.slice(0, 1).map(({ id }) => ({
	...{
		id: SET,
		vacancyId: id,
		name: { en: "The usual tests", ru: "Обычные тесты" },
		usual: true,
		changedAt: BEGINNING,
	},
}));

export const firstTestSetTests: (typeof testSetTests.$inferInsert)[] = firstContents.map((_, at) => ({
	...{ setId: SET, position: at + 1, testId: idOf(at) },
}));
