import { type AnswerValue, isAnswered } from "./answer";
import { isByHand, maxPoints, type Question, type Rubric } from "./test-content";

/** What one person gave for an answer, the last of what they gave. */
export type Grade = { grader: string; points: number };

/** Two who looked apart agree by so much of what there was to give, from 0 to 1. */
export const agreementOf = (question: Question, grades: Grade[]): number | null => {
	const [first, second] = grades;
	return first && second ? 1 - Math.abs(first.points - second.points) / maxPoints(question) : null;
};

/**
 * How many people have to look: as many as the rubric asks for, and one more where the first two are further apart than the
 * policy bears.
 */
export function gradersNeeded(question: Question, grades: Grade[], apartPercent: number): number {
	if (!isByHand(question)) return 0;
	const { graders } = question.rubric;
	const agreement = agreementOf(question, grades);
	const apart = graders === 2 && agreement !== null && (1 - agreement) * 100 > apartPercent + 1e-9;
	return apart ? 3 : graders;
}

/** What counts once enough people have looked, else null: the mean, of three the one in the middle. */
export function handPoints(question: Question, grades: Grade[], apartPercent: number): number | null {
	const needed = gradersNeeded(question, grades, apartPercent);
	if (grades.length < needed || needed === 0) return null;
	const counted = grades.slice(0, needed).map(({ points }) => points);
	if (needed === 3) return counted.toSorted((a, b) => a - b)[1] ?? null;
	return Math.round((counted.reduce((sum, points) => sum + points, 0) / counted.length) * 100) / 100;
}

/** The questions of a paper that people have to look at: those by hand that were answered. */
export const forGraders = (questions: Question[], given: ReadonlyMap<string, AnswerValue>): Question[] =>
	questions.filter((question) => isByHand(question) && isAnswered(given.get(question.key)));

/** Whether these points fit the rubric: each criterion given, none beyond what it is worth. */
export const fitsRubric = ({ criteria }: Rubric, given: Record<string, number>): boolean =>
	Object.keys(given).length === criteria.length &&
	criteria.every(({ key, points }) => {
		const got = given[key];
		return got !== undefined && got >= 0 && got <= points && Number.isInteger(got * 2);
	});
