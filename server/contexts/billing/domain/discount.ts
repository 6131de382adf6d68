import { add, type Money, money, type Percent, subtract, zero } from "@/server/kernel/money";

/** Steps as the money policies keep them: amounts in hundredths as text. */
type Ladder = readonly { above: string; percent: Percent }[];

export type NextStep = { percent: Percent; missing: Money };

const HUNDREDTH = money(1);

/** The discount of a client who has paid this much in total: a step holds for more than its amount, not for exactly it. */
export const discountFor = (paidTotal: Money, ladder: Ladder): Percent =>
	reached(paidTotal, ladder).reduce((best, step) => Math.max(best, step.percent), 0);

/** The next better step and the least that is still to be paid for it; null at the top of the ladder. */
export function nextStep(paidTotal: Money, ladder: Ladder): NextStep | null {
	const percent = discountFor(paidTotal, ladder);
	const [next] = ladder
		.filter((step) => step.percent > percent)
		.map((step) => ({ percent: step.percent, missing: add(subtract(money(BigInt(step.above)), paidTotal), HUNDREDTH) }))
		.sort((a, b) => (a.missing < b.missing ? -1 : 1));
	return next ?? null;
}

/** Nobody's total is below zero on the ladder: a refund of more than was paid still means no discount. */
const reached = (paidTotal: Money, ladder: Ladder) =>
	ladder.filter((step) => (paidTotal < zero ? zero : paidTotal) > BigInt(step.above));
