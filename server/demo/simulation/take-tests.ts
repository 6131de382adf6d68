import type { z } from "zod";
import { finishSection } from "@/server/contexts/hiring/commands/finish-section";
import { saveAnswers } from "@/server/contexts/hiring/commands/save-answers";
import { startAttempt } from "@/server/contexts/hiring/commands/start-attempt";
import type { saveAnswersInput } from "@/server/contexts/hiring/contracts/taking";
import { getAssessment } from "@/server/contexts/hiring/queries/get-assessment";
import { getPaper } from "@/server/contexts/hiring/queries/get-paper";
import { visitor } from "@/server/kernel/actor";
import { actingAs, type Ctx } from "@/server/platform/context";
import type { Lots } from "./lots";

type Answer = z.output<typeof saveAnswersInput>["answers"][number];
type Paper = Extract<Awaited<ReturnType<typeof getPaper>>, { state: "running" }>;
type Question = Paper["paper"]["questions"][number];

/** A candidate takes all tests behind a link, section by section, and answers as the lots fall. */
export async function takeTests(asked: Ctx, token: string, lots: Lots): Promise<void> {
	const ctx = actingAs(asked, visitor);
	const assessment = await getAssessment(ctx, { token });
	const tests = "tests" in assessment ? assessment.tests : [];
	for (const { attemptId } of tests) {
		await startAttempt(ctx, { token, attemptId });
		for (;;) {
			const paper = await getPaper(ctx, { token, attemptId });
			if (paper.state !== "running") break;
			const answers = paper.paper.questions.flatMap((question) => answerTo(question, lots));
			await saveAnswers(ctx, { token, attemptId, answers, notes: [] });
			await finishSection(ctx, { token, attemptId, section: paper.section });
		}
	}
}

function answerTo(question: Question, lots: Lots): Answer[] {
	const answer = (value: Answer["value"]): Answer[] => [{ question: question.key, sequence: 1, value }];
	switch (question.kind) {
		case "single":
			return answer({ kind: "single", option: lots.pick(question.options).key });
		case "multiple":
			return answer({
				kind: "multiple",
				options: question.options.filter(() => lots.chance(0.5)).map(({ key }) => key),
			});
		case "order":
			return answer({ kind: "order", items: question.items.map(({ key }) => key) });
		case "number":
			return answer({ kind: "number", number: lots.between(1, 20) });
		case "short":
			return answer({ kind: "short", text: "As quietly as I can" });
		case "long":
			return answer({
				kind: "long",
				text: "I sit down in front of the door and look at it until somebody opens. Then I look as if I had never wanted to.",
			});
		case "reaction":
			return answer({
				kind: "reaction",
				times: question.waits.map(() => lots.between(180, 520)),
				falseStarts: lots.between(0, 1),
			});
		case "photo":
			return [];
	}
}
