import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows } from "@/server/platform/paging";
import type { boardInput } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { type ApplicationState, applicationStates } from "../domain/application";

/** So many cards of a column are shown; the table has the others. */
const SHOWN = 20;

const card = {
	...{ applicationId: applications.id, version: applications.version, name: applications.name },
	...{ age: applications.age, breed: applications.breed, coat: applications.coat, photoId: applications.photoId },
	...{ stateSince: applications.stateSince, submittedAt: applications.submittedAt, trial: applications.trial },
};

/** The funnel as a board: of each state how many there are, and the latest who came to it. */
export async function getBoard(ctx: Ctx, { vacancyId }: z.output<typeof boardInput>) {
	demandManager(ctx.actor);
	return Promise.all(applicationStates.map((state) => column(ctx, state, vacancyId)));
}

async function column(ctx: Ctx, state: ApplicationState, vacancyId: z.output<typeof boardInput>["vacancyId"]) {
	const here = and(eq(applications.state, state), vacancyId && eq(applications.vacancyId, vacancyId));
	const cards = await ctx.db
		.select(card)
		.from(applications)
		.where(here)
		.orderBy(desc(applications.stateSince), desc(applications.id))
		.limit(SHOWN);
	const counted: Counted = await countRows(ctx, applications, here);
	return { state, counted, cards };
}
