import { expect, it } from "vitest";
import { money } from "@/server/kernel/money";
import { lostOf } from "./dispute";

const none = money(0);
const inEuro = { amount: money(95_00), chargedBack: none, settlementMinor: 80_75n, settlementCurrency: "eur" };

it.each([
	["all of it", inEuro, { minor: 80_75n, currency: "eur" }, 95_00n],
	["its share, rounded half-even", inEuro, { minor: 40_00n, currency: "eur" }, 47_06n],
	["no more than was paid", inEuro, { minor: 99_99n, currency: "eur" }, 95_00n],
	[
		"what an earlier dispute has left",
		{ ...inEuro, chargedBack: money(90_00) },
		{ minor: 80_75n, currency: "eur" },
		5_00n,
	],
	["all of it, where the bank counts otherwise", inEuro, { minor: 1n, currency: "usd" }, 95_00n],
	[
		"what is said, where the service knows our currency",
		{ ...inEuro, settlementMinor: null, settlementCurrency: null },
		{ minor: 20_00n, currency: "CTU" },
		20_00n,
	],
])("a lost dispute takes %s", (_what, payment, stated, lost) => {
	expect(lostOf(payment, stated)).toBe(lost);
});
