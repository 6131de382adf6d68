import { orderAgain } from "@/server/contexts/ordering/commands/order-again";
import { placeOrder } from "@/server/contexts/ordering/commands/place-order";
import { rateOrder } from "@/server/contexts/ordering/commands/rate-order";
import { requestCancellation } from "@/server/contexts/ordering/commands/request-cancellation";
import { getCancellationQuote } from "@/server/contexts/ordering/queries/get-cancellation-quote";
import { after, hours, minutes } from "@/server/kernel/clock";
import { keyFor } from "../../actors";
import type { DemoClient } from "../../people";
import { opinions, wishes } from "../../words";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import type { Lots } from "../lots";
import { withIdsNamed } from "../named-ids";
import { orderOf } from "../remember";
import { dayOf, lotsIn, momentOf, twoDigits, type World } from "../world";

/** Of those who order at all, how many do on a day; the company grows, and so does this. */
const SHARE_NOW = 0.14;
const SHARE_A_MONTH_AGO = 0.09;
const CANCEL_SHARE = 0.07;
const RATE_SHARE = 0.62;
const AGAIN_SHARE = 0.6;

/** Clients order, sometimes cancel, say how it was, and order again what failed. */
export const clients: ActorKind = {
	onDay: (world, day) =>
		world.cast.clients.flatMap((client) => {
			const lots = lotsIn(world, "client", client.email, day);
			return client.keepsStill || !lots.chance(shareOn(day)) ? [] : [wish(world, client, day, lots)];
		}),
	on: {
		"ordering/order.placed": (world, happened) => mayCancel(world, happened),
		"execution/job.completed": (world, happened) => mayRate(world, happened),
		"execution/job.failed": (world, happened) => mayOrderAgain(world, happened),
	},
};

const shareOn = (day: number): number => Math.min(SHARE_NOW, SHARE_NOW + ((SHARE_NOW - SHARE_A_MONTH_AGO) * day) / 30);

function wish(world: World, client: DemoClient, day: number, lots: Lots): Act {
	const at = after(momentOf(world, day, `${twoDigits(lots.between(7, 20))}:00`), lots.between(0, 3_540) * 1000);
	const service = lots.pick(favourites(world, client, lots));
	const ahead = lots.pick([0, 1, 1, 1, 2, 2, 3, 5]);
	const hour = lots.between(8, 20);
	const time = `${twoDigits(hour)}:${lots.pick(["00", "30"])}`;
	const today = momentOf(world, day, time);
	// Who wants it today wants it in three hours at least; else it is for tomorrow.
	const startsAt =
		ahead === 0 && today >= after(at, hours(3)) ? today : momentOf(world, day + Math.max(1, ahead), time);
	return ask(world, client, { at, startsAt, service, name: `order ${client.email} ${day}`, lots });
}

/** Everybody has two chores that they order more often than others. */
function favourites(world: World, client: DemoClient, lots: Lots) {
	const taste = lotsIn(world, "taste", client.email);
	const [one, other] = [taste.pick(world.services), taste.pick(world.services)];
	return lots.chance(0.6) ? [one, other] : world.services;
}

type Asked = { at: Date; startsAt: Date; service: World["services"][number]; name: string; lots: Lots };

export function ask(world: World, client: DemoClient, { at, startsAt, service, name, lots }: Asked): Act {
	const description = lots.pick(wishes[service.key]?.[client.locale] ?? wishes.sofa[client.locale]);
	const zone = lotsIn(world, "home", client.email).pick(world.zones);
	const place = { zoneId: zone.zoneId, address: client.address, note: client.note ?? "" };
	const contact = { name: client.name, phone: client.phone };
	return {
		at,
		name,
		who: client.email,
		decides: true,
		perform: (ctx) =>
			withIdsNamed(`${world.seed} ${name}`, () =>
				placeOrder(ctx, {
					idempotencyKey: keyFor(name),
					serviceTypeId: service.serviceTypeId,
					description,
					place,
					contact,
					startsAt,
				}),
			),
	};
}

function mayCancel(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	if (!order?.client || order.client.keepsStill) return [];
	const lots = lotsIn(world, "cancels", order.orderId);
	if (!lots.chance(CANCEL_SHARE)) return [];
	const wait = order.startsAt.getTime() - happened.at.getTime() - minutes(40);
	if (wait < minutes(30)) return [];
	const { orderId } = order;
	return [
		{
			at: after(happened.at, minutes(20) + lots.next() * (wait - minutes(20))),
			name: `cancel ${orderId}`,
			who: order.client.email,
			decides: true,
			perform: (ctx) => cancel(ctx, orderId),
		},
	];
}

async function cancel(ctx: PersonCtx, orderId: Parameters<typeof getCancellationQuote>[1]["orderId"]): Promise<void> {
	const { amount } = await getCancellationQuote(ctx, { orderId });
	await requestCancellation(ctx, { orderId, amount });
}

function mayRate(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	if (!order?.client || order.client.keepsStill) return [];
	const { orderId, client } = order;
	const lots = lotsIn(world, "rates", orderId);
	if (!lots.chance(RATE_SHARE)) return [];
	const stars = lots.pick([5, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1]);
	const words = lots.chance(0.6) ? lots.pick(opinions[stars]?.[client.locale] ?? [""]) : "";
	return [
		{
			at: after(happened.at, minutes(lots.between(10, 500))),
			name: `rate ${orderId}`,
			orderId,
			who: client.email,
			perform: (ctx) => rateOrder(ctx, { orderId, stars, words, idempotencyKey: keyFor(`rate ${orderId}`) }),
		},
	];
}

function mayOrderAgain(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	if (!order?.client || order.client.keepsStill) return [];
	const { orderId, client } = order;
	const lots = lotsIn(world, "again", orderId);
	if (!lots.chance(AGAIN_SHARE)) return [];
	const at = after(happened.at, minutes(lots.between(15, 150)));
	const time = `${twoDigits(lots.between(9, 19))}:${lots.pick(["00", "30"])}`;
	const startsAt = momentOf(world, dayOf(world, at) + lots.between(1, 3), time);
	const name = `again ${orderId}`;
	return [
		{
			at,
			name,
			who: client.email,
			decides: true,
			perform: (ctx) =>
				withIdsNamed(`${world.seed} ${name}`, () =>
					orderAgain(ctx, { orderId, startsAt, idempotencyKey: keyFor(name) }),
				),
		},
	];
}
