import { instantAt } from "@/server/kernel/calendar";
import { formatDate, formatDateTime } from "@/server/kernel/format";
import type { Link } from "./chain";
import { type Explained, type Input, type Run, runChain } from "./run-chain";
import type { SampleId } from "./sample";
import type { Elimination, Facts, Step, WaitingReason, Words } from "./step";
import { linksWithout } from "./waiting";

type Out = { step: string } & Elimination;

/** What is worth saying of a match. It names nobody, so it can be kept when people are forgotten. */
export type Said = {
	/** What speaks for the chosen one, in the order of the chain. */
	praise: Words[];
	/** Who would have been before the chosen one with the time for it, and what came between. */
	rival: { sample: SampleId; out: Out } | null;
};

/** Looks for what is worth saying of who was chosen. */
export const saidOf = (links: readonly Link[], input: Input, run: Run, chosen: Explained): Said => ({
	praise: links.flatMap((link) => praised(link, run, chosen) ?? []),
	rival: rivalOf(links, input, run, chosen),
});

function praised({ name, step }: Link, { givenTo, ranked }: Run, { sample, values }: Explained): Words | null {
	const given = givenTo.get(name);
	if (step.kind === "filter") return step.praise ?? null;
	if (step.kind === "rescale" || !given) return null;
	const value = values[name] ?? 0;
	const isBest =
		ranked.length > 1 && ranked.every((other) => other.sample === sample || (other.values[name] ?? 0) < value);
	return step.tells?.(sample, given, value, isBest) ?? null;
}

/** Looked for only where everybody is kept: what became of the rival is read from there. */
function rivalOf(links: readonly Link[], input: Input, run: Run, { sample }: Explained): Said["rival"] {
	const outs = new Map(run.all.map((explained) => [explained.sample.id, explained.out]));
	if (outs.size < input.samples.length) return null;
	const [first] = runChain(linksWithout(links, "everybody-booked"), input).ranked;
	const out = first && first.sample !== sample ? outs.get(first.sample.id) : null;
	return first && out ? { sample: first.sample.id, out } : null;
}

type Namer = (sample: SampleId) => string;
type Shown = { steps: readonly Step[]; timeZone: string; nameOf: Namer; links: readonly Pick<Link, "name" | "step">[] };

/** Why somebody was out, after the name: "has a job until 15:30". Null when no step of today knows the reason. */
export function outInWords(
	{ step: name, why, facts = {} }: Out,
	{ links, steps, timeZone }: Omit<Shown, "nameOf">,
): Words | null {
	const step = links.find((link) => link.name === name)?.step ?? steps.find(({ id }) => id === name);
	const words = step?.kind === "filter" && Object.hasOwn(step.reasons, why) ? step.reasons[why] : MEANWHILE[why];
	return words ? { en: filled(words.en, facts, "en", timeZone), ru: filled(words.ru, facts, "ru", timeZone) } : null;
}

const MEANWHILE: Record<string, Words | undefined> = {
	"taken-meanwhile": { en: "was taken by another order meanwhile", ru: "тем временем занят другим заказом" },
};

const filled = (text: string, facts: Facts, locale: "en" | "ru", timeZone: string): string =>
	text.replace(/\{(\w+)\}/g, (_whole, name: string) => shown(facts[name] ?? "", locale, timeZone));

/** Instants by the wall's clock, and the day with them where it is another than the reader would think of. */
function shown(fact: string | number, locale: "en" | "ru", timeZone: string): string {
	if (typeof fact === "number") return String(fact);
	if (/^\d{4}-\d\d-\d\d$/.test(fact)) return formatDate(instantAt(fact, "12:00", timeZone), { locale, timeZone });
	return /^\d{4}-\d\d-\d\dT/.test(fact) ? formatDateTime(new Date(fact), { locale, timeZone }) : fact;
}

/** The match in one plain sentence for a manager. */
export function sentenceOf({ praise, rival }: Said, shown: Shown): Words {
	const out = rival && outInWords(rival.out, shown);
	const name = rival && shown.nameOf(rival.sample);
	const [en, ru] = [praise.map((words) => words.en).join(", "), praise.map((words) => words.ru).join(", ")];
	return {
		en: `${capital(en || "the best of those who can come")}${out ? `; ${name} was stronger but ${out.en}` : ""}.`,
		ru: `${capital(ru || "лучший из тех, кто может прийти")}${out ? `; выше по оценке ${name}, но ${out.ru}` : ""}.`,
	};
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What an order waits for, in one plain sentence. */
export const waitingSentences: Record<WaitingReason, Words> = {
	"nobody-in-pool": { en: "There is nobody in the pool.", ru: "В составе никого нет." },
	"nobody-suits": {
		en: "Nobody who is there suits or may come.",
		ru: "Никто из имеющихся не подходит или не допущен.",
	},
	"everybody-booked": { en: "Whoever suits has no time then.", ru: "У всех, кто подходит, это время занято." },
};
