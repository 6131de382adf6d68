import { expect, it } from "vitest";
import { assembleChain, chainData } from "../domain/chain";
import { runChain } from "../domain/run-chain";
import { aDemand, aSample, ask, aWeek } from "../testing";
import { steps } from ".";
import { expressionValue } from "./expression-value";

it("is any number, and another where none comes out", () => {
	const samples = [aSample({ results: [aWeek({ completed: 40 })] }), aSample()];
	const params = { expression: "100 / completed", otherwise: -1 };
	expect(ask(expressionValue, samples, { params })).toEqual([2.5, -1]);
});

it("is there for later expressions by its name", () => {
	const entry = (step: string, params = {}, weight: number | null = null) => ({ step, version: 1, params, weight });
	const { links, troubles } = assembleChain(
		chainData.parse([
			{ ...entry("expression-value", { expression: "completed / 10" }), as: "long-here" },
			entry("expression-score", { expression: "long_here / 2" }, 1),
			...[entry("combine"), entry("break-ties")],
		]),
		steps,
	);
	expect(troubles).toEqual([]);
	const samples = [aSample({ results: [aWeek({ completed: 5 })] })];
	const { ranked } = runChain(links, { demand: aDemand(), samples, seed: "s" });
	expect(ranked[0]?.values).toMatchObject({ "long-here": 0.5, "expression-score": 0.25 });
});
