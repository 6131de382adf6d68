import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { attempts, tests } from "@/db/schema/hiring-tests";
import { actorRef } from "@/server/kernel/actor";
import type { ApplicationId, AttemptId } from "@/server/kernel/ids";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, type ListPage, readPage } from "@/server/platform/paging";
import { gradingList } from "../contracts/grading";
import { demandManager } from "../domain/access";

type Filters = z.output<typeof gradingList.filtersOnly>;

type WaitingAttempt = {
	attemptId: AttemptId;
	applicationId: ApplicationId;
	candidate: string;
	test: { en: string; ru: string };
	submittedAt: Date | null;
	/** How many answers wait for somebody, and how many of them for whoever asks. */
	waiting: number;
	mine: number;
};

const keys = { submitted: [attempts.submittedAt, attempts.id] };

/** Answers among those that wait at which this person has not looked yet. */
const left = (
	ctx: Ctx,
): SQL<number> => sql<number>`(select count(*)::integer from jsonb_array_elements(${attempts.waiting}) one
	where not one -> 'graders' ? ${actorRef(ctx.actor).id ?? ""})`;

/** The grading queue. */
export async function listGrading(
	ctx: Ctx,
	asked: z.output<typeof gradingList.input>,
): Promise<ListPage<WaitingAttempt>> {
	demandManager(ctx.actor);
	return readPage(gradingList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({
				...{ attemptId: attempts.id, applicationId: attempts.applicationId, submittedAt: attempts.submittedAt },
				...{ candidate: applications.name, test: tests.name },
				waiting: sql<number>`jsonb_array_length(${attempts.waiting})`,
				mine: left(ctx),
				key,
			})
			.from(attempts)
			.innerJoin(applications, eq(applications.id, attempts.applicationId))
			.innerJoin(tests, eq(tests.id, attempts.testId))
			.where(and(like(ctx, asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

export async function countGrading(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, attempts, like(ctx, filters));
}

function like(ctx: Ctx, { testId, whose, search }: Filters): SQL | undefined {
	const named = search ? containing(sql`(${applications.name})`, search) : undefined;
	return and(
		eq(attempts.state, "submitted"),
		testId && eq(attempts.testId, testId),
		whose && (whose === "mine" ? sql`${left(ctx)} > 0` : sql`${left(ctx)} = 0`),
		named &&
			sql`exists (select from ${applications} where ${applications.id} = ${attempts.applicationId} and ${named})`,
	);
}
