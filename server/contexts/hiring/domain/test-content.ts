import { z } from "zod";
import { line, prose, requiredProse } from "@/server/kernel/text";

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const words = (max: number) => z.object({ en: requiredProse(max), ru: requiredProse(max) });
const perhapsWords = (max: number) => z.object({ en: prose(max), ru: prose(max) });
const points = z.int().min(1).max(100);

/** How much a question says about a trait, beside the others that do. */
const traitWeight = z.object({
	trait: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	weight: z.number().min(0.1).max(10),
});

/** What people grade by: what is looked at, how much each is worth, and how many look. */
export const rubric = z.object({
	graders: z.union([z.literal(1), z.literal(2)]),
	criteria: z
		.array(z.object({ key, text: words(400), points }))
		.min(1)
		.max(8),
});

const any = { key, prompt: words(2000), traits: z.array(traitWeight).max(6) };
/** What the house scores by itself: so much for a right answer, and so much taken off for a wrong one. */
const scored = { ...any, points, penalty: z.int().min(0).max(100) };
const options = z
	.array(z.object({ key, text: words(400) }))
	.min(2)
	.max(12);

const question = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("single"), ...scored, options, correct: key }),
	z.object({
		kind: z.literal("multiple"),
		...scored,
		options,
		correct: z.array(key).min(1).max(12),
		/** `all`: only the exact choice is right. `each`: a right one adds, a wrong one takes off. */
		scoring: z.enum(["all", "each"]),
	}),
	z.object({
		kind: z.literal("number"),
		...scored,
		correct: z.number().min(-1e9).max(1e9),
		tolerance: z.number().min(0).max(1e9),
	}),
	z.object({
		kind: z.literal("order"),
		...scored,
		/** In the right order; nobody is shown them so. */
		items: options,
		scoring: z.enum(["all", "pairs"]),
	}),
	z.object({
		kind: z.literal("short"),
		...scored,
		/** Whatever of these is written counts, small or capital. */
		accepted: z.array(line(200)).min(1).max(20),
	}),
	z.object({ kind: z.literal("long"), ...any, rubric, letters: z.int().min(50).max(10_000) }),
	z.object({ kind: z.literal("photo"), ...any, rubric }),
	z.object({
		kind: z.literal("reaction"),
		...any,
		points,
		rounds: z.int().min(3).max(10),
		/** Who is this quick has all points, who is that slow has none. */
		fullMs: z.int().min(150).max(3000),
		zeroMs: z.int().min(200).max(5000),
	}),
]);

const section = z.object({
	key,
	title: words(120),
	intro: perhapsWords(2000),
	/** How long it stays open; null for as long as the test does. */
	minutes: z.int().min(1).max(240).nullable(),
	/** How many questions are taken out of the pool; null for all. */
	pick: z.int().min(1).max(60).nullable(),
	shuffle: z.boolean(),
	questions: z.array(question).min(1).max(60),
});

const shape = z.object({
	title: words(120),
	intro: perhapsWords(4000),
	minutes: z.int().min(1).max(240),
	sections: z.array(section).min(1).max(12),
});

export type TestContent = z.output<typeof shape>;
export type Section = TestContent["sections"][number];
export type Question = Section["questions"][number];
export type QuestionKind = Question["kind"];
export type Rubric = z.output<typeof rubric>;

const repeated = (keys: string[]): boolean => new Set(keys).size !== keys.length;

type Fault = { path: (string | number)[]; message: string };

function faultsOfQuestion(question: Question): Fault[] {
	const faults: Fault[] = [];
	const fault = (path: string, message: string) => faults.push({ path: [path], message });
	if ("options" in question) {
		const keys = question.options.map((option) => option.key);
		if (repeated(keys)) fault("options", "repeated_key");
		const right = [question.correct].flat();
		if (repeated(right) || right.some((one) => !keys.includes(one))) fault("correct", "unknown_option");
	}
	if ("items" in question && repeated(question.items.map((item) => item.key))) fault("items", "repeated_key");
	if ("rubric" in question && repeated(question.rubric.criteria.map((criterion) => criterion.key))) {
		fault("rubric", "repeated_key");
	}
	if (question.kind === "reaction" && question.zeroMs <= question.fullMs) fault("zeroMs", "quicker_than_best");
	if (repeated(question.traits.map(({ trait }) => trait))) fault("traits", "repeated_key");
	return faults;
}

function faultsOf({ sections }: TestContent): Fault[] {
	const keys = sections.flatMap(({ questions }) => questions.map((question) => question.key));
	const faults: Fault[] = [];
	if (repeated(keys) || repeated(sections.map((part) => part.key))) {
		faults.push({ path: ["sections"], message: "repeated_key" });
	}
	for (const [at, { pick, questions }] of sections.entries()) {
		if (pick !== null && pick > questions.length) {
			faults.push({ path: ["sections", at, "pick"], message: "pool_too_small" });
		}
		for (const [place, question] of questions.entries()) {
			for (const { path, message } of faultsOfQuestion(question)) {
				faults.push({ path: ["sections", at, "questions", place, ...path], message });
			}
		}
	}
	return faults;
}

/** A whole test as it can be published: each question answerable, each key once. */
export const testContent = shape.superRefine((content, context) => {
	for (const { path, message } of faultsOf(content)) context.addIssue({ code: "custom", path, message });
});

/** Whether people have to look at the answer. */
export const isByHand = (question: Question): question is Extract<Question, { rubric: Rubric }> => "rubric" in question;

/** The most that an answer can earn. */
export const maxPoints = (question: Question): number =>
	isByHand(question) ? question.rubric.criteria.reduce((sum, criterion) => sum + criterion.points, 0) : question.points;

/** The traits that a test says something about. */
export const traitsOf = ({ sections }: TestContent): string[] => [
	...new Set(sections.flatMap(({ questions }) => questions.flatMap(({ traits }) => traits.map(({ trait }) => trait)))),
];
