import { confirmRefund } from "@/server/contexts/billing/commands/confirm-refund";
import { decideApproval } from "@/server/contexts/billing/commands/decide-approval";
import { grantBonus } from "@/server/contexts/billing/commands/grant-bonus";
import { waiveCharge } from "@/server/contexts/billing/commands/waive-charge";
import { approvalsList } from "@/server/contexts/billing/contracts";
import { getOfficeOrder } from "@/server/contexts/billing/queries/get-office-order";
import { listApprovals } from "@/server/contexts/billing/queries/list-approvals";
import { after, hours } from "@/server/kernel/clock";
import { refundId, type WorkerId } from "@/server/kernel/ids";
import { fromWire, type MoneyWire, money } from "@/server/kernel/money";
import { keyFor } from "../../actors";
import { reasons } from "../../words";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import { orderOf, workerOf } from "../remember";
import { dayOf, lotsIn, momentOf, staffOf, type World } from "../world";

const GIVES_A_BONUS = 0.05;
const WAIVES_A_PART = 0.6;

/** Bonuses for what was done well, waivers for what went wrong, and what one manager may not decide alone. */
export const rewards: ActorKind = {
	onDay: greatDeed,
	on: {
		"execution/job.completed": mayReward,
		"execution/job.failed": mayWaive,
		"execution/job.cancelled": mayWaive,
		"billing/refund.begun": transferBack,
	},
};

/** Great deeds by their day: one for which two managers gave a lot, a smaller one, and one of yesterday that waits for the second. */
const deeds: Record<number, { hundredths: number; approved: boolean } | undefined> = {
	[-12]: { hundredths: 150_00, approved: true },
	[-5]: { hundredths: 35_00, approved: false },
	[-1]: { hundredths: 150_00, approved: false },
};

function greatDeed(world: World, day: number): Act[] {
	const deed = deeds[day];
	if (!deed) return [];
	const lots = lotsIn(world, "great deed", day);
	const known = [...world.workers].sort(([, one], [, other]) => (one.email < other.email ? -1 : 1));
	if (known.length === 0) return [];
	const [workerId, worker] = lots.pick(known);
	const managers = world.cast.staff.filter(({ roles }) => roles[0] === "manager");
	const [asker, approver] = [managers.at(-1), managers.at(-2)];
	if (!asker || !approver) return [];
	const name = `great deed ${worker.email} ${day}`;
	const bonus = { workerId, amount: money(deed.hundredths), reason: lots.pick(reasons.greatDeed) };
	const asked: Act = {
		...{ at: momentOf(world, day, "11:20"), name, who: asker.email, decides: true },
		perform: (ctx) => grantBonus(ctx, { idempotencyKey: keyFor(name), ...bonus }),
	};
	if (!deed.approved) return [asked];
	return [
		asked,
		{
			...{ at: momentOf(world, day + 1, "09:40"), name: `approve ${name}`, who: approver.email, decides: true },
			perform: (ctx) => approve(ctx, workerId),
		},
	];
}

async function approve(ctx: PersonCtx, workerId: WorkerId): Promise<void> {
	const { rows } = await listApprovals(ctx, approvalsList.input.parse({ status: "waiting", kind: "bonus" }));
	const asked = rows.find(({ subject, isMine }) => subject === `worker:${workerId}` && !isMine);
	if (asked) await decideApproval(ctx, { approvalId: asked.approvalId, decision: "approved", words: "Well deserved." });
}

function mayReward(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const worker = workerOf(world, happened);
	const lots = order && lotsIn(world, "bonus", order.orderId);
	if (!order || !worker || !lots?.chance(GIVES_A_BONUS)) return [];
	const name = `bonus ${order.orderId}`;
	const amount = money(100 * lots.between(5, 20));
	const workerId = happened.data.workerId as WorkerId;
	const bonus = { workerId, amount, reason: lots.pick(reasons.bonus) };
	return [
		{
			...{ at: after(happened.at, hours(3 + lots.next() * 20)), name, who: staffOf(world, "manager", lots).email },
			decides: true,
			perform: (ctx) => grantBonus(ctx, { idempotencyKey: keyFor(name), ...bonus }),
		},
	];
}

/** A client nobody came to, or whom the office has cancelled, is charged all the same, and a manager may take a part of it back. */
function mayWaive(world: World, happened: Happened): Act[] {
	const { workerId, by } = happened.data;
	if (!workerId || by === "client") return [];
	const order = orderOf(world, happened);
	const lots = order && lotsIn(world, "waiver", order.orderId);
	if (!order || !lots?.chance(WAIVES_A_PART)) return [];
	const name = `waive ${order.orderId}`;
	const [orderId, reason] = [order.orderId, lots.pick(reasons.waived)];
	return [
		{
			...{ at: after(happened.at, hours(26 + lots.next() * 48)), name, who: staffOf(world, "manager", lots).email },
			decides: true,
			async perform(ctx) {
				const { waivable } = await getOfficeOrder(ctx, { orderId });
				if (!waivable) return;
				const amount = money(waivable / 2n);
				await waiveCharge(ctx, { idempotencyKey: keyFor(name), orderId, amount, reason });
			},
		},
	];
}

/** What came by the bank goes back by the bank: a manager transfers it some days later. What is of these days waits. */
function transferBack(world: World, happened: Happened): Act[] {
	const id = refundId.safeParse(happened.data.refundId);
	if (!id.success || happened.data.by !== "transfer" || dayOf(world, happened.at) > -2) return [];
	const number = String(happened.data.number);
	const name = `transfer back ${number} ${id.data}`;
	const lots = lotsIn(world, name);
	const amount = fromWire(happened.data.amount as MoneyWire);
	return [
		{
			...{ at: after(happened.at, hours(8 + lots.next() * 30)), name, who: staffOf(world, "manager", lots).email },
			decides: true,
			perform: (ctx) =>
				confirmRefund(ctx, { idempotencyKey: keyFor(name), refundId: id.data, amount, reference: `BACK ${number}` }),
		},
	];
}
