import { expect, it } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { anEndedOrder, correct } from "../testing";
import { getWeeks } from "./get-weeks";

const ctx = createCtx();
const office = at(actingAs(ctx, aPerson("manager")), "2026-12-09T10:00:00Z");

it("tells by week of business dates what the company took, what workers cost, and what penalties brought", async () => {
	// Sunday, 23:59 in Moscow; a minute later it is another week.
	await anEndedOrder(at(ctx, "2026-11-29T20:59:00Z"), "completed");
	await anEndedOrder(at(ctx, "2026-11-29T21:00:00Z"), "failed");
	const wrong = await anEndedOrder(at(ctx, "2026-11-30T10:00:00Z"), "completed");
	await correct(at(ctx, "2026-12-08T10:00:00Z"), wrong, 2, "completed", "cancelled");
	const told = (await getWeeks(office)).map(({ monday, revenue, workerCost, penalties }) => ({
		...{ monday, revenue, workerCost, penalties },
	}));
	expect(told).toHaveLength(8);
	expect(told.slice(-3)).toEqual([
		{ monday: "2026-11-23", revenue: 9500n, workerCost: 6000n, penalties: 0n },
		{ monday: "2026-11-30", revenue: 19000n, workerCost: 6000n, penalties: 4000n },
		// Charged again for the same amount after the correction, and the earning taken back.
		{ monday: "2026-12-07", revenue: 0n, workerCost: -6000n, penalties: 0n },
	]);
});

it.each(["client", "worker", "warehouse"] as const)("tells a %s nothing", async (role) => {
	await expect(getWeeks(actingAs(ctx, aPerson(role)))).rejects.toMatchObject({ code: "common.not_allowed" });
});
