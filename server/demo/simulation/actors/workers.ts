import { finishJob } from "@/server/contexts/execution/commands/finish-job";
import { giveUpJob } from "@/server/contexts/execution/commands/give-up-job";
import { startJob } from "@/server/contexts/execution/commands/start-job";
import { after, hours, minutes } from "@/server/kernel/clock";
import type { OrderId } from "@/server/kernel/ids";
import { keyFor } from "../../actors";
import { takePhoto } from "../../photos";
import { excuses } from "../../words";
import type { Act, ActorKind, Happened } from "../act";
import { orderOf, workerOf } from "../remember";
import { lotsIn, type World } from "../world";

/** What becomes of an assignment as far as the worker goes. The shares of all but the last; the last takes the rest. */
const ways = { "stays away": 0.025, "gives it back": 0.04, "gives up late": 0.02, comes: 1 } as const;
type Way = keyof typeof ways;

const GIVES_UP_ON_THE_SPOT = 0.012;
const FORGETS_THE_REPORT = 0.015;

/** Workers come, start, and finish, each with a photo; now and then one can't, or does not. */
export const workers: ActorKind = {
	on: {
		"ordering/order.assigned": comeOrNot,
		"execution/job.started": finishOrNot,
	},
};

function wayOf(world: World, orderId: OrderId, assignment: number): Way {
	const drawn = lotsIn(world, "way", orderId, assignment).next();
	let sum = 0;
	for (const way of Object.keys(ways) as Way[]) {
		sum += way === "comes" ? 1 : ways[way] * world.trouble;
		if (drawn < sum) return way;
	}
	return "comes";
}

function comeOrNot(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const worker = workerOf(world, happened);
	if (!order || !worker) return [];
	const { orderId, startsAt } = order;
	const assignment = Number(happened.data.assignment);
	const lots = lotsIn(world, "comes", orderId, assignment);
	const name = `${orderId} ${assignment}`;
	const reason = lots.pick(excuses[worker.locale]);
	const act = (at: Date, what: string, perform: Act["perform"], decides = false): Act => ({
		at,
		name: `${what} ${name}`,
		orderId,
		who: worker.email,
		decides,
		perform,
	});
	const giveUp = (at: Date, consequence: "released" | "failed") =>
		act(
			at,
			"give up",
			(ctx) => giveUpJob(ctx, { orderId, reason, consequence, idempotencyKey: keyFor(`give up ${name}`) }),
			true,
		);
	switch (wayOf(world, orderId, assignment)) {
		case "stays away":
			return [];
		case "gives it back": {
			const latest = after(startsAt, -hours(3.5));
			const soonest = after(happened.at, minutes(lots.between(20, 90)));
			if (soonest < latest) return [giveUp(soonest, "released")];
			break;
		}
		case "gives up late":
			return [giveUp(after(startsAt, -minutes(lots.between(12, 100))), "failed")];
	}
	// From 25 minutes before to 9 after the agreed time: the policy lets nobody start earlier than half an hour before.
	const at = after(startsAt, minutes(lots.between(-22, 9)) + lots.between(0, 59) * 1000);
	return [
		act(at, "start", async (ctx) => {
			const photoId = await takePhoto(ctx, "door", `start ${name}`);
			await startJob(ctx, { orderId, photoId, idempotencyKey: keyFor(`start ${name}`) });
		}),
	];
}

function finishOrNot(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const worker = workerOf(world, happened);
	if (!order || !worker) return [];
	const { orderId, durationMinutes } = order;
	const lots = lotsIn(world, "finishes", orderId);
	const name = `${orderId} ${Number(happened.data.assignment)}`;
	if (lots.chance(FORGETS_THE_REPORT * world.trouble)) return [];
	const at = after(happened.at, minutes(durationMinutes) * (0.75 + lots.next() * 0.4));
	if (lots.chance(GIVES_UP_ON_THE_SPOT * world.trouble)) {
		const reason = lots.pick(excuses[worker.locale]);
		const key = keyFor(`give up on the spot ${name}`);
		return [
			{
				at,
				name: `give up on the spot ${name}`,
				who: worker.email,
				decides: true,
				perform: (ctx) => giveUpJob(ctx, { orderId, reason, consequence: "failed", idempotencyKey: key }),
			},
		];
	}
	return [
		{
			at,
			name: `finish ${name}`,
			orderId,
			who: worker.email,
			async perform(ctx) {
				const reportPhotoId = await takePhoto(ctx, "form", `finish ${name}`);
				await finishJob(ctx, { orderId, reportPhotoId, idempotencyKey: keyFor(`finish ${name}`) });
			},
		},
	];
}
