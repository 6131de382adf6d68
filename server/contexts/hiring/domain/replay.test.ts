import fc from "fast-check";
import { expect, it } from "vitest";
import { MovingCohort } from "./moving-cohort";
import { type PastCard, replay } from "./replay";
import { screeningRule, standardRule } from "./screening-rule";
import { standingIn } from "./standing";

const DAY = 86_400_000;
const cards = fc
	.array(
		fc.record({
			application: fc.integer({ min: 0, max: 12 }).map(String),
			days: fc.integer({ min: 0, max: 3 }),
			total: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 40, max: 44 })),
		}),
		{ maxLength: 60 },
	)
	.map((steps) => {
		let day = 0;
		return steps.map(({ days, ...card }) => {
			day += days;
			return { ...card, at: day * DAY };
		});
	});

it("stands where plain counting over the cohort of the time puts it", () => {
	fc.assert(
		fc.property(cards, fc.integer({ min: 1, max: 9 }), (history, days) => {
			const moving = new MovingCohort(days);
			history.forEach((card, index) => {
				const latest = new Map(history.slice(0, index + 1).map((each) => [each.application, each]));
				const cohort = [...latest.values()].filter(({ at }) => at > card.at - days * DAY);
				const plain = standingIn(
					cohort.map(({ total }) => total),
					card.total,
				);
				expect(moving.enter(card)).toEqual(plain);
			});
		}),
	);
});

it("says the same of what was, whatever comes later", () => {
	const rule = screeningRule.parse({ ...standardRule, acceptTop: 20, lookTop: 50, cohort: { days: 5, atLeast: 2 } });
	const asPast = (card: { application: string; at: number; total: number }): PastCard => ({
		...{ application: card.application, at: card.at, scores: { care: card.total } },
		...{ proposal: "look", decided: null, counts: true },
	});
	fc.assert(
		fc.property(cards, fc.nat(60), (history, cut) => {
			const whole = history.map(asPast);
			expect(replay(rule, whole).slice(0, cut)).toEqual(replay(rule, whole.slice(0, cut)));
		}),
	);
});
