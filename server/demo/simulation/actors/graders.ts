import { gradeAnswer } from "@/server/contexts/hiring/commands/grade-answer";
import { getGrading } from "@/server/contexts/hiring/queries/get-grading";
import { after, hours } from "@/server/kernel/clock";
import type { AttemptId } from "@/server/kernel/ids";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import type { Lots } from "../lots";
import { lotsIn, type World } from "../world";

/** How far apart two who look at the same answer mostly are, in shares of what there is to give. */
const TASTE = 0.2;

/** Managers look at what candidates have written, each for themselves, until as many have looked as the rubric asks for. */
export const graders: ActorKind = { on: { "hiring/attempt.submitted": grade } };

function grade(world: World, { data, at }: Happened): Act[] {
	const attemptId = String(data.attemptId) as AttemptId;
	const lots = lotsIn(world, "grade", attemptId);
	const worth = 0.25 + lots.next() * 0.65;
	const people = world.cast.staff.filter(({ roles }) => roles.includes("manager"));
	return people.map(({ email }, turn) => ({
		...{ at: after(at, hours(4 + turn * 9 + lots.next() * 8)), name: `grade ${attemptId} ${email}`, who: email },
		decides: true,
		perform: (ctx) => look(ctx, attemptId, { worth, lots: lotsIn(world, "grade", attemptId, email) }),
	}));
}

type Eye = { worth: number; lots: Lots };

async function look(ctx: PersonCtx, attemptId: AttemptId, { worth, lots }: Eye): Promise<void> {
	const { questions } = await getGrading(ctx, { attemptId });
	for (const { question, hand } of questions) {
		if (!hand?.open || hand.mine || !("rubric" in question)) continue;
		const criteria = Object.fromEntries(
			question.rubric.criteria.map(({ key, points }) => {
				const share = Math.min(1, Math.max(0, worth + (lots.next() - 0.5) * TASTE));
				return [key, Math.round(points * share * 2) / 2];
			}),
		);
		await gradeAnswer(ctx, { attemptId, question: question.key, criteria, note: "" });
	}
}
