import { addDays, businessDate, instantAt, nextMonthlyCutoff, nextWeeklyCutoff } from "@/server/kernel/calendar";
import { after } from "@/server/kernel/clock";
import type { Ctx } from "../context";
import { policyInForce } from "./index";

/**
 * When the company's cycles may find something to close: at the end of a week, a month or a day. Time that is moved stops there
 * for them, and not at every hour for nothing.
 */
export async function closingsOf(ctx: Ctx): Promise<(tick: Date) => Date> {
	const { timeZone, weeklyCutoff, monthlyCutoff } = await policyInForce(ctx, "money");
	return (tick) => {
		const before = after(tick, -1);
		const tomorrow = addDays(businessDate(before, timeZone), 1);
		return earliest(
			nextWeeklyCutoff(before, { timeZone, ...weeklyCutoff }),
			nextMonthlyCutoff(before, { timeZone, ...monthlyCutoff }),
			instantAt(tomorrow, "00:00", timeZone),
		);
	};
}

const earliest = (...instants: Date[]): Date => new Date(Math.min(...instants.map(Number)));
