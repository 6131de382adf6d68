import { type Expression, Parser } from "expr-eval-fork";
import { z } from "zod";
import { days, hours } from "@/server/kernel/clock";
import { JOBS_HORIZON_DAYS, type NormalSample, type WeekOfResults } from "../domain/sample";
import type { Given, Words } from "../domain/step";

/** Without loops, and so short, an expression ends within microseconds. */
const LONGEST = 300;

export const expression = z
	.string()
	.trim()
	.min(1)
	.max(LONGEST)
	.meta({ label: { en: "Expression", ru: "Выражение" }, format: "expression" });

type Asked = Omit<Given, "params">;
type Read = (sample: NormalSample, given: Asked) => number;
type Variable = { name: string; about: Words; read: Read };

const total =
	(part: (week: WeekOfResults) => number): Read =>
	({ results }) =>
		results.reduce((sum, week) => sum + part(week), 0);
const met = (sample: NormalSample, { demand }: Asked) => demand.encounters.get(sample.id);

const variables: readonly Variable[] = [
	{
		name: "completed",
		about: { en: "jobs completed", ru: "выполнено заказов" },
		read: total((week) => week.completed),
	},
	{ name: "failed", about: { en: "jobs failed", ru: "сорвано заказов" }, read: total((week) => week.failed) },
	{ name: "no_shows", about: { en: "no-shows", ru: "неявок" }, read: total((week) => week.noShows) },
	{ name: "ratings", about: { en: "how many ratings", ru: "сколько оценок" }, read: total((week) => week.rated) },
	{
		name: "stars",
		about: { en: "mean of the stars; 0 without any", ru: "средняя оценка; 0, если оценок нет" },
		read: ({ results }) => {
			const [sum, count] = results.reduce(([stars, rated], week) => [stars + week.stars, rated + week.rated], [0, 0]);
			return count === 0 ? 0 : sum / count;
		},
	},
	{
		name: "jobs_around",
		about: { en: "jobs four weeks before and after", ru: "заказов за четыре недели до и после" },
		read: ({ jobs }, { demand: { during } }) =>
			jobs.filter(({ from }) => Math.abs(from - during.from.getTime()) <= days(JOBS_HORIZON_DAYS)).length,
	},
	{
		name: "jobs_that_day",
		about: { en: "jobs on the day of the order", ru: "заказов в день этого заказа" },
		read: ({ jobs }, { demand: { day } }) => jobs.filter(({ from }) => from >= day.from && from < day.to).length,
	},
	{
		name: "times_with_client",
		about: { en: "jobs completed for this client", ru: "выполнено заказов у этого клиента" },
		read: (sample, given) => met(sample, given)?.completed ?? 0,
	},
	{
		name: "stars_of_client",
		about: { en: "mean of this client's stars; 0 without any", ru: "средняя оценка этого клиента; 0, если её нет" },
		read: (sample, given) => {
			const had = met(sample, given);
			return had && had.rated > 0 ? had.stars / had.rated : 0;
		},
	},
	{
		name: "hour",
		about: { en: "hour at which the order begins, 0 to 23", ru: "час начала заказа, от 0 до 23" },
		read: (_sample, { demand: { pieces } }) => Math.floor((pieces[0]?.from ?? 0) / 60),
	},
	{
		name: "weekday",
		about: { en: "weekday of the order, 1 is Monday", ru: "день недели заказа, 1 — понедельник" },
		read: (_sample, { demand: { pieces } }) => pieces[0]?.weekday ?? 0,
	},
	{
		name: "duration_hours",
		about: { en: "how long the order takes, in hours", ru: "сколько часов длится заказ" },
		read: (_sample, { demand: { during } }) => (during.to.getTime() - during.from.getTime()) / hours(1),
	},
];

const TRAIT = "level_";
const known = new Map(variables.map(({ name, read }) => [name, read]));

/** What expressions may use, besides the values of earlier steps (with `_` where their names have `-`). */
const vocabulary: readonly { name: string; about: Words }[] = [
	...variables.map(({ name, about }) => ({ name, about })),
	{
		name: `${TRAIT}…`,
		about: { en: "level of a trait, −5 to 5: level_speed", ru: "уровень качества, от −5 до 5: level_speed" },
	},
	{ name: "min, max, abs, round, floor, ceil, sqrt", about: { en: "functions", ru: "функции" } },
	{ name: "+ − * / % ^  < <= == != >= >  and or not  ? :", about: { en: "signs", ru: "знаки" } },
];

/** Everything that the library could do besides arithmetic is off: members, assignments, functions of one's own, texts, lists, chance. */
const parser = new Parser({
	allowMemberAccess: false,
	operators: {
		assignment: false,
		fndef: false,
		concatenate: false,
		factorial: false,
		in: false,
		length: false,
		...{ array: false },
	},
});
const { "-": negative, "+": positive, not, abs, round, floor, ceil, sqrt } = parser.unaryOps;
const nothing = () => Object.create(null);
parser.unaryOps = Object.assign(nothing(), { "-": negative, "+": positive, not, abs, round, floor, ceil, sqrt });
parser.functions = Object.assign(nothing(), { min: Math.min, max: Math.max });
parser.consts = Object.assign(nothing(), { true: true, false: false });

const signs = "and|or|not|abs|round|floor|ceil|sqrt|min|max";
/** Calls of what is no function are found out only where they are reached: a chain must not stop at its thousandth candidate. */
const callsNoFunction = new RegExp(`(?:\\)|(?<![\\w.])(?!(?:${signs})\\b)[\\w.]+)\\s*\\(`);
/** The library throws where it comes upon one of these in a name. */
const FORBIDDEN = /__proto__|prototype|constructor/;

/** What every step has whose parameters are an expression. */
export const byExpression = {
	vocabulary,
	objection: (params: { expression: string }) => objectionTo(params.expression),
	uses: (params: { expression: string }) => earlierValues(params.expression),
};

/** What counts when an expression comes to no number. */
export const otherwise = (allowed: z.ZodNumber) =>
	allowed.default(0).meta({ label: { en: "When no number comes out", ru: "Если числа не получилось" } });

type Parsed = { expression: Expression; names: string[] };
type Compiled = {
	evaluate(scope: Record<string, number>): unknown;
	reads: [string, Read][];
	earlier: [string, string][];
};

const isReadable = (name: string): boolean => known.has(name) || name.startsWith(TRAIT);
const kebab = (name: string): string => name.replaceAll("_", "-");

/** Names of earlier steps' values that it uses; none while it can't be read. */
const earlierValues = (text: string): string[] =>
	"names" in parse(text) ? (parse(text) as Parsed).names.filter((name) => !isReadable(name)).map(kebab) : [];

/** What is wrong with it, if it can't be read. */
export function objectionTo(text: string): Words | null {
	const parsed = parse(text);
	return "names" in parsed ? null : parsed;
}

function parse(text: string): Parsed | Words {
	try {
		if (/["'[\]{};=]/.test(text.replace(/[<>=!]=/g, ""))) throw new Error("only numbers, names and signs");
		if (callsNoFunction.test(text)) throw new Error("only min, max and the like stand before a bracket");
		const expression = parser.parse(text);
		const names = expression.variables();
		if (names.some((name) => FORBIDDEN.test(name))) throw new Error("there is no such name");
		return { expression, names };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { en: `The expression can't be read: ${reason}`, ru: `Выражение не читается: ${reason}` };
	}
}

const compiled = new Map<string, Compiled>();
const KEPT = 100;

function compile(text: string): Compiled {
	const before = compiled.get(text);
	if (before) return before;
	const parsed = parse(text);
	if (!("names" in parsed)) throw new Error(parsed.en);
	const { expression, names } = parsed;
	const reads = names.filter(isReadable).map((name): [string, Read] => [name, known.get(name) ?? levelOf(name)]);
	const earlier = names.filter((name) => !isReadable(name)).map((name): [string, string] => [name, kebab(name)]);
	const made = { evaluate: (scope: Record<string, number>) => expression.evaluate(scope), reads, earlier };
	if (compiled.size >= KEPT) compiled.clear();
	compiled.set(text, made);
	return made;
}

function levelOf(name: string): Read {
	const trait = kebab(name.slice(TRAIT.length));
	return ({ levels }) => (Object.hasOwn(levels, trait) ? (levels[trait] ?? 0) : 0);
}

/** What it comes to for one candidate; null when that is no number, as after a division by nothing. */
export function evaluated(text: string, sample: NormalSample, given: Asked, place: number): number | null {
	const { evaluate, reads, earlier } = compile(text);
	const scope: Record<string, number> = nothing();
	for (const [name, read] of reads) scope[name] = read(sample, given);
	for (const [name, value] of earlier) scope[name] = given.valuesOf(value)[place] ?? 0;
	const result = evaluate(scope);
	const value = typeof result === "boolean" ? Number(result) : result;
	return typeof value === "number" && Number.isFinite(value) ? value : null;
}
