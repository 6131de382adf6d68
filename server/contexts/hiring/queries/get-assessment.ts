import { asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { attempts } from "@/db/schema/hiring-tests";
import type { AttemptId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { assessmentInput } from "../contracts/taking";
import { testRefusals } from "../contracts/tests";
import { findAssessment } from "./find-assessment";
import { contentOf } from "./get-test";
import { sizeOf } from "./list-tests";

type Words = { en: string; ru: string };

type AssignedTest = {
	attemptId: AttemptId;
	title: Words;
	intro: Words;
	/** With what this candidate has beyond others. */
	minutes: number;
	sections: number;
	questions: number;
	state: "waiting" | "running" | "done";
};

type Assessment =
	| { state: "unknown" }
	| {
			/** `over`: nothing can be begun any more, for the day has passed or the candidate was decided on. */
			state: "open" | "over" | "done";
			dueAt: Date;
			tests: AssignedTest[];
	  };

/** What is behind a candidate's link. For whoever has the link: nothing of it is about scoring. */
export async function getAssessment(ctx: Ctx, { token }: z.output<typeof assessmentInput>): Promise<Assessment> {
	const assessment = await findAssessment(ctx, token).catch((error: unknown) => {
		if (testRefusals.is(error, "link_unknown")) return null;
		throw error;
	});
	if (!assessment) return { state: "unknown" };
	const { id, applicationId, dueAt, extraPercent } = assessment;
	const [application] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!application || application.erasedAt) return { state: "unknown" };
	const rows = await ctx.db
		.select()
		.from(attempts)
		.where(eq(attempts.assessmentId, id))
		.orderBy(asc(attempts.position));
	const tests: AssignedTest[] = [];
	for (const attempt of rows) {
		const content = await contentOf(ctx, attempt);
		tests.push({
			...{ attemptId: attempt.id, title: content.title, intro: content.intro },
			minutes: Math.round((content.minutes * (100 + extraPercent)) / 100),
			...{ sections: content.sections.length, questions: sizeOf(content).questions },
			state: attempt.submittedAt ? "done" : attempt.state === "running" ? "running" : "waiting",
		});
	}
	const decided = ["accepted", "rejected", "withdrawn"].includes(application.state);
	const isRunning = tests.some(({ state }) => state === "running");
	const over = decided || (ctx.clock.now() > dueAt && !isRunning);
	const state = tests.every((test) => test.state === "done") ? "done" : over ? "over" : "open";
	return { state, dueAt, tests };
}
