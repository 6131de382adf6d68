import { z } from "zod";
import { money } from "@/server/kernel/money";

const hundredths = z
	.string()
	.regex(/^\d{1,15}$/)
	.meta({ kind: "amount" });
const percent = z.int().min(0).max(100);
const timeOfDay = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
	.meta({ kind: "time" });

/** Of versions that were made before there were approvals, too. */
const approvalDefaults = { bonus: "10000", creditNote: "10000" };

/** All rules of spec/3-money as one set with one version number; an order keeps the version under which it was priced. */
export const moneyPolicy = z.object({
	currencyCode: z.string().min(1).max(8),
	currencySign: z.string().min(1).max(4),
	/** What a new service type starts with. */
	basePrice: hundredths,
	/** A step holds for those who have paid more than `above`; steps rise. */
	discountLadder: z.array(z.object({ above: hundredths, percent })),
	/** Of the price before the client's discount. */
	workerSharePercent: percent,
	workerPenalty: hundredths,
	/** Percent of the price that the client pays for each outcome. */
	clientPaysPercent: z.object({ completed: percent, cancelled: percent, failed: percent }),
	timeZone: z.string().min(1),
	weeklyCutoff: z.object({ weekday: z.int().min(1).max(7).meta({ kind: "weekday" }), time: timeOfDay }),
	monthlyCutoff: z.object({ time: timeOfDay }),
	/** What one manager may give or waive for one person within a month without a second manager, in all. */
	approvalAbove: z.object({ bonus: hundredths, creditNote: hundredths }).default(approvalDefaults),
});

/** The ladder for those who show it: its steps in money. */
export const shownLadder = ({ discountLadder }: Pick<z.output<typeof moneyPolicy>, "discountLadder">) =>
	discountLadder.map(({ above, percent }) => ({ above: money(BigInt(above)), percent }));

export const moneyDefaults: z.output<typeof moneyPolicy> = {
	currencyCode: "CTU",
	currencySign: "₡",
	basePrice: "10000",
	discountLadder: [
		{ above: "1000000", percent: 5 },
		{ above: "2000000", percent: 6 },
		{ above: "3000000", percent: 7 },
		{ above: "4000000", percent: 8 },
		{ above: "5000000", percent: 9 },
		{ above: "6000000", percent: 10 },
		{ above: "7000000", percent: 11 },
		{ above: "8000000", percent: 12 },
	],
	workerSharePercent: 60,
	workerPenalty: "4000",
	clientPaysPercent: { completed: 100, cancelled: 100, failed: 100 },
	timeZone: "Europe/Moscow",
	weeklyCutoff: { weekday: 7, time: "22:00" },
	monthlyCutoff: { time: "22:00" },
	approvalAbove: approvalDefaults,
};
