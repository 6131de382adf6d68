import { describe, expect, test } from "vitest";
import { drawEvents, type ShownMap } from "./events-layout";
import { drawQuestions } from "./questions-layout";

const event = (name: string, ...reacting: string[]): ShownMap["events"][number] => ({
	...{ name, owner: name.split("/")[0] ?? "", meaning: "", kind: "domain", today: 1 },
	reactions: reacting.map((id) => ({ function: id, context: id.split("/")[0] ?? "", how: "starts" })),
});

describe("the drawing of events", () => {
	const drawing = drawEvents({
		contexts: ["identity", "ordering", "matching", "betting"],
		events: [
			event("identity/account.changed", "ordering/mirror-account"),
			event("ordering/order.placed", "matching/match-order"),
			event("ordering/order.rated"),
		],
	});

	test("has a box for each context that tells or reacts, and none for the others", () => {
		expect(drawing.publishers.map(({ context }) => context)).toEqual(["identity", "ordering"]);
		expect(drawing.reactors.map(({ context }) => context)).toEqual(["ordering", "matching"]);
	});

	test("has a curve for each reaction", () => {
		expect(drawing.curves.map((curve) => `${curve.event} > ${curve.function}`)).toEqual([
			"identity/account.changed > ordering/mirror-account",
			"ordering/order.placed > matching/match-order",
		]);
	});

	test("lays no two rows on one another, and all within its height", () => {
		for (const side of [drawing.publishers, drawing.reactors]) {
			const ys = side.flatMap(({ rows }) => rows.map(({ y }) => y));
			expect(new Set(ys).size).toBe(ys.length);
			for (const { y, height } of side) expect(y + height).toBeLessThanOrEqual(drawing.height);
		}
	});

	test("puts what reacts near to what it reacts to", () => {
		const crossed = drawEvents({
			contexts: ["identity", "ordering", "matching"],
			events: [event("identity/a.happened", "matching/see"), event("ordering/b.happened", "identity/see")],
		});
		expect(crossed.reactors.map(({ context }) => context)).toEqual(["matching", "identity"]);
	});
});

describe("the drawing of questions", () => {
	test("has whoever is asked right of whoever asks", () => {
		const { nodes, curves } = drawQuestions([
			{ asker: "quality", asked: "ordering" },
			{ asker: "ordering", asked: "billing" },
			{ asker: "billing", asked: "identity" },
			{ asker: "quality", asked: "identity" },
		]);
		const at = new Map(nodes.map(({ context, x }) => [context, x]));
		for (const { asker, asked } of curves) expect(at.get(asked)).toBeGreaterThan(at.get(asker) ?? 0);
		expect(curves).toHaveLength(4);
	});

	test("comes to an end where two ask each other", () => {
		const { nodes } = drawQuestions([
			{ asker: "a", asked: "b" },
			{ asker: "b", asked: "a" },
		]);
		expect(nodes).toHaveLength(2);
	});
});
