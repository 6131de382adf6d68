import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { attemptSections, attempts } from "@/db/schema/hiring-tests";
import type { Ctx } from "@/server/platform/context";
import { keptAnswers } from "../commands/save-answers";
import type { attemptInput } from "../contracts/taking";
import { testRefusals } from "../contracts/tests";
import { paperOf } from "../domain/paper";
import { type PublicSection, publicSection } from "../domain/public-question";
import { findAssessment } from "./find-assessment";
import { contentOf } from "./get-test";

type Paper =
	| { state: "waiting" | "done" }
	| {
			state: "running";
			title: { en: string; ru: string };
			/** The place of the open section, from 0, and how many there are. */
			section: number;
			sections: number;
			/** By the server's clock: what the browser shows is counted from its `now`. */
			now: Date;
			deadline: Date;
			sectionDeadline: Date;
			paper: PublicSection;
			answers: Awaited<ReturnType<typeof keptAnswers>>;
	  };

/** The open section of the test that is under way, as its candidate sees it, with what was answered on whatever device. */
export async function getPaper(ctx: Ctx, { token, attemptId }: z.output<typeof attemptInput>): Promise<Paper> {
	const assessment = await findAssessment(ctx, token);
	const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId));
	if (attempt?.assessmentId !== assessment.id) throw testRefusals.because("link_unknown");
	if (attempt.state !== "running") return { state: attempt.state === "assigned" ? "waiting" : "done" };
	const content = await contentOf(ctx, attempt);
	const section = paperOf(content, attempt.seed)[attempt.section];
	const here = and(eq(attemptSections.attemptId, attemptId), eq(attemptSections.position, attempt.section));
	const [open] = await ctx.db.select().from(attemptSections).where(here);
	if (!section || !open || !attempt.deadline) return { state: "done" };
	return {
		...{ state: "running", title: content.title, section: attempt.section, sections: content.sections.length },
		...{ now: ctx.clock.now(), deadline: attempt.deadline, sectionDeadline: open.deadline },
		paper: publicSection(section, attempt.seed),
		answers: await keptAnswers(ctx, attempt, section),
	};
}
