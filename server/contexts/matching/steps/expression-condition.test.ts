import { expect, it } from "vitest";
import { aSample, ask, aWeek } from "../testing";
import { expressionCondition } from "./expression-condition";

const after = (completed: number) => aSample({ results: [aWeek({ completed })] });

it("lets through for whom the condition holds", () => {
	const refusals = ask(expressionCondition, [after(2), after(3)], { params: { expression: "completed >= 3" } });
	expect(refusals).toEqual([{ why: "condition-not-met" }, null]);
});

it("may look at what earlier steps gave", () => {
	const values = [{ "trait-fit": 0.2 }, { "trait-fit": 0.7 }];
	const params = { expression: "trait_fit > 0.5" };
	expect(ask(expressionCondition, [after(0), after(0)], { params, values })).toEqual([
		{ why: "condition-not-met" },
		null,
	]);
});

it("lets nobody through for whom nothing comes out", () => {
	expect(
		ask(expressionCondition, [after(0)], { params: { expression: "1 / completed > 0 - 1 and 0 / completed" } }),
	).toEqual([{ why: "condition-not-met" }]);
});
