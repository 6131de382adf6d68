import { allowStartWithoutKit } from "@/server/contexts/execution/commands/allow-start-without-kit";
import { completeJob } from "@/server/contexts/execution/commands/complete-job";
import { correctEnding } from "@/server/contexts/execution/commands/correct-ending";
import { failJob } from "@/server/contexts/execution/commands/fail-job";
import { cancelForOffice } from "@/server/contexts/ordering/commands/request-cancellation";
import { after, hours, minutes } from "@/server/kernel/clock";
import type { OrderId } from "@/server/kernel/ids";
import { keyFor } from "../../actors";
import { reasons } from "../../words";
import type { Act, ActorKind, Happened } from "../act";
import { orderOf } from "../remember";
import { lotsIn, staffOf, type World } from "../world";
import { isForgotten } from "./warehouse";

const CANCELS = 0.012;
const FAILS = 0.012;
const HEARS_THAT_SOMEBODY_HAD_BEEN_THERE = 0.4;
const DOUBTS_THE_REPORT = 0.008;

/** Managers decide what nobody else can, each time with a reason. */
export const managers: ActorKind = {
	on: {
		"ordering/order.placed": mayCancel,
		"ordering/order.assigned": mayLetStart,
		"execution/job.started": mayFail,
		"execution/job.overdue": complete,
		"execution/job.failed": mayCorrectNoShow,
		"execution/job.completed": mayCorrectReport,
	},
};

type Given = { what: string; orderId: OrderId; at: Date };

const decision = (
	world: World,
	{ what, orderId, at }: Given,
	perform: (
		...given: [Parameters<Act["perform"]>[0], { orderId: OrderId; idempotencyKey: string }]
	) => Promise<unknown>,
): Act => {
	const name = `${what} ${orderId}`;
	return {
		at,
		name,
		who: staffOf(world, "manager", lotsIn(world, "manager", orderId)).email,
		decides: true,
		perform: (ctx) => perform(ctx, { orderId, idempotencyKey: keyFor(name) }),
	};
};

function mayCancel(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const lots = order && lotsIn(world, "office cancels", order.orderId);
	if (!order || !lots?.chance(CANCELS * world.trouble)) return [];
	const at = after(order.startsAt, -minutes(lots.between(60, 110)));
	const reason = lots.pick(reasons.cancelled);
	return [
		decision(world, { what: "cancel for office", orderId: order.orderId, at }, (ctx, { orderId }) =>
			cancelForOffice(ctx, { orderId, reason }),
		),
	];
}

function mayLetStart(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	if (!order || !isForgotten(world, order.orderId, Number(happened.data.assignment))) return [];
	const reason = lotsIn(world, "without kit", order.orderId).pick(reasons.withoutKit);
	const at = after(order.startsAt, -minutes(33));
	return [
		decision(world, { what: "let start", orderId: order.orderId, at }, (ctx, given) =>
			allowStartWithoutKit(ctx, { ...given, reason }),
		),
	];
}

function mayFail(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const lots = order && lotsIn(world, "office fails", order.orderId);
	if (!order || !lots?.chance(FAILS * world.trouble)) return [];
	const reason = lots.pick(reasons.failed);
	const at = after(happened.at, minutes(order.durationMinutes * 0.4));
	return [
		decision(world, { what: "fail", orderId: order.orderId, at }, (ctx, given) => failJob(ctx, { ...given, reason })),
	];
}

function complete(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	if (!order) return [];
	const lots = lotsIn(world, "office completes", order.orderId);
	const reason = lots.pick(reasons.completed);
	const at = after(happened.at, minutes(lots.between(10, 90)));
	return [
		decision(world, { what: "complete", orderId: order.orderId, at }, (ctx, given) =>
			completeJob(ctx, { ...given, reason }),
		),
	];
}

function mayCorrectNoShow(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const lots = order && lotsIn(world, "had been there", order.orderId);
	if (!order || happened.data.reason !== "no-show" || !lots?.chance(HEARS_THAT_SOMEBODY_HAD_BEEN_THERE)) return [];
	const at = after(happened.at, hours(2 + lots.next() * 20));
	return [correction(world, order.orderId, at, "completed", lots.pick(reasons.hadBeenThere), happened)];
}

function mayCorrectReport(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const lots = order && lotsIn(world, "doubts", order.orderId);
	if (!order || !lots?.chance(DOUBTS_THE_REPORT * world.trouble)) return [];
	const at = after(happened.at, hours(3 + lots.next() * 24));
	return [correction(world, order.orderId, at, "failed", lots.pick(reasons.notDone), happened)];
}

const correction = (
	world: World,
	orderId: OrderId,
	at: Date,
	outcome: "completed" | "failed",
	reason: string,
	{ data }: Happened,
): Act =>
	decision(world, { what: "correct", orderId, at }, (ctx, given) =>
		correctEnding(ctx, { ...given, ending: Number(data.ending), outcome, reason }),
	);
