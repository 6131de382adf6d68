import { expect, it } from "vitest";
import { aSample, ask, aWeek, words } from "../testing";
import { newcomersChance } from "./newcomers-chance";

const after = (completed: number, failed = 0) =>
	aSample({ results: [aWeek({ completed, failed }), aWeek({ ago: 3 })] });

it("is 1 for who never had a job, less with each, and 0 for who is known", () => {
	const samples = [aSample(), after(1), after(3, 1), after(5), after(50)];
	expect(ask(newcomersChance, samples, { params: { knownAfter: 5 } })).toEqual([
		...[1, 0.8, 0.2, 0, 0].map((value) => expect.closeTo(value, 10)),
	]);
});

it("calls a newcomer one", () => {
	expect(words(newcomersChance, aSample(), 1)).toEqual({ en: "a newcomer", ru: "новичок" });
	expect(words(newcomersChance, after(1), 0.8)).toBeNull();
});
