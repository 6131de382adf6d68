import { lotShare } from "@/server/kernel/lot";
import { compare, estimateOf, type Unit, type Verdict } from "./comparison";
import { armOf } from "./experiment-arm";
import { RATIO_ALARM, sampleRatioP } from "./sample-ratio";

/** How the accepted of one arm do: how many of their jobs they complete on average, and how much they differ among themselves. */
type Nature = { completes: number; spread: number };
type Simulated = {
	seed: string;
	arms: readonly [Nature, ...Nature[]];
	/** Into which applicants really fall, and which were meant. */
	shares: readonly number[];
	meant: readonly number[];
	looks: number;
	perLook: number;
};

const names = ["control", "b", "c", "d"];

/**
 * An experiment that is looked at again and again, and stopped at the first alarm: whether it ever claimed a difference, in which
 * direction, and whether it ever cried over the sample ratio. All by lots of the seed.
 */
export function simulateExperiment({ seed, arms, shares, meant, looks, perLook }: Simulated) {
	const units: Unit[][] = arms.map(() => []);
	const split = arms.map((_, arm) => ({ arm: names[arm] ?? "", percent: shares[arm] ?? 0 }));
	const counts = arms.map(() => 0);
	const chance = chanceOf(seed);
	let verdict: Verdict = "unclear";
	let ratioAlarm = false;
	for (let look = 0; look < looks; look++) {
		for (let index = 0; index < perLook; index++) {
			const name = `${look}/${index}`;
			const arm = names.indexOf(armOf(seed, name, split) ?? "");
			const nature = arms[arm];
			if (!nature) continue;
			counts[arm] = (counts[arm] ?? 0) + 1;
			units[arm]?.push(jobsOf(chance, nature));
		}
		ratioAlarm ||= sampleRatioP(counts, meant) < RATIO_ALARM;
		if (verdict === "higher" || verdict === "lower") continue;
		const [control, ...variants] = units.map((each) => estimateOf(each, { worst: 0, best: 1 }));
		for (const variant of variants) {
			const compared = compare(control ?? null, variant, { worth: 0.05, variants: variants.length });
			if (compared?.verdict === "higher" || compared?.verdict === "lower") verdict = compared.verdict;
		}
	}
	return { verdict, ratioAlarm };
}

/** One to eight jobs, and how many of them were completed; some cats are steadier than others. */
function jobsOf(chance: () => number, { completes, spread }: Nature): Unit {
	const of = 1 + Math.floor(chance() * 8);
	const own = Math.min(1, Math.max(0, completes + spread * (2 * chance() - 1)));
	const done = Array.from({ length: of }, () => chance() < own);
	return { sum: done.filter(Boolean).length, of };
}

/** Numbers from 0 to below 1 that follow from a seed (Mulberry32). */
function chanceOf(seed: string): () => number {
	let state = Math.floor(lotShare(seed, "chance") * 2 ** 32);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), 1 | state);
		value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}
