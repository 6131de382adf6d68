import { issueKit } from "@/server/contexts/supplies/commands/issue-kit";
import { takeBackKit } from "@/server/contexts/supplies/commands/take-back-kit";
import { tickItem } from "@/server/contexts/supplies/commands/tick-item";
import { undoIssue } from "@/server/contexts/supplies/commands/undo-issue";
import { getOrderSupplies } from "@/server/contexts/supplies/queries/get-order-supplies";
import { after, hours, minutes } from "@/server/kernel/clock";
import { commonRefusals } from "@/server/kernel/errors";
import type { KitId, OrderId } from "@/server/kernel/ids";
import { actingAs } from "@/server/platform/context";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import { orderOf } from "../remember";
import { lotsIn, staffOf, type World } from "../world";

const FORGOTTEN = 0.015;
const WRONG_CAT = 0.02;
const BEGUN_EARLY = 0.4;
const PACKED_EARLY = 0.6;

/** Warehouse cats begin kits, hand them out an hour or two ahead, and take back what was not needed. */
export const warehouse: ActorKind = {
	on: {
		"supplies/kit.requested": assemble,
		"execution/job.failed": takeBack,
		"execution/job.cancelled": takeBack,
		"ordering/order.unassigned": takeBack,
	},
};

/** The manager knows whose kit was forgotten, too. */
export const isForgotten = (world: World, orderId: OrderId, assignment: number): boolean =>
	lotsIn(world, "forgotten", orderId, assignment).chance(FORGOTTEN * world.trouble);

function assemble(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const assignment = Number(happened.data.assignment);
	if (!order || isForgotten(world, order.orderId, assignment)) return [];
	const { orderId, startsAt } = order;
	const lots = lotsIn(world, "kit", orderId, assignment);
	const who = staffOf(world, "warehouse", lots).email;
	const soonest = after(happened.at, minutes(12));
	const planned = after(startsAt, -minutes(lots.between(62, 150)));
	const at = new Date(Math.max(planned.getTime(), soonest.getTime()));
	const act = (when: Date, what: string, deed: (ctx: PersonCtx, kit: Kit) => Promise<unknown>): Act => ({
		at: when,
		name: `${what} ${orderId} ${assignment}`,
		orderId,
		who,
		perform: async (ctx) => {
			const kit = await kitOf(world, ctx, orderId, assignment);
			if (!kit) throw commonRefusals.because("not_found");
			await deed(ctx, kit);
		},
	});
	const acts = [act(at, "issue", (ctx, { kitId }) => issueKit(ctx, { kitId }))];
	if (lots.chance(WRONG_CAT * world.trouble)) {
		acts.push(
			act(after(at, -minutes(7)), "issue too early", async (ctx, { kitId }) => {
				await issueKit(ctx, { kitId });
				await undoIssue(ctx, { kitId });
			}),
		);
	}
	if (lots.chance(BEGUN_EARLY) && planned > after(soonest, hours(2))) {
		const begun = after(soonest, minutes(lots.between(1, 45)));
		acts.push(act(begun, "begin", (ctx, kit) => pack(ctx, kit, 2)));
		if (lots.chance(PACKED_EARLY)) {
			acts.push(
				act(after(begun, minutes(lots.between(5, 40))), "pack", (ctx, kit) => pack(ctx, kit, kit.inReach.length)),
			);
		}
	}
	return acts;
}

function takeBack(world: World, happened: Happened): Act[] {
	const order = orderOf(world, happened);
	const assignment = Number(happened.data.assignment);
	if (!order || !assignment) return [];
	const { orderId } = order;
	const lots = lotsIn(world, "back", orderId, assignment);
	return [
		{
			at: after(happened.at, minutes(lots.between(40, 300))),
			name: `take back ${orderId} ${assignment}`,
			orderId,
			who: staffOf(world, "warehouse", lots).email,
			async perform(ctx) {
				const kit = await kitOf(world, ctx, orderId, assignment);
				if (kit?.returnDue) await takeBackKit(ctx, kit);
			},
		},
	];
}

type Kit = { kitId: KitId; returnDue: boolean; inReach: number[] };

/** Puts in the first of what is in reach. */
async function pack(ctx: PersonCtx, { kitId, inReach }: Kit, most: number): Promise<void> {
	for (const position of inReach.slice(0, most)) await tickItem(ctx, { kitId, position, ticked: true });
}

/** The kit of an assignment. Whose it is, only the office can look up. */
async function kitOf(world: World, ctx: PersonCtx, orderId: OrderId, assignment: number): Promise<Kit | null> {
	const { email } = staffOf(world, "manager", lotsIn(world, "asked"));
	const { kits, cookie } = await getOrderSupplies(actingAs(ctx, world.people.get(email) ?? ctx.actor), { orderId });
	const kit = kits.find((one) => one.assignment === assignment);
	const isHere = (kind: string) => kind !== "cookie" || cookie?.state === "arrived";
	const inReach = kit?.items.filter(({ kind }) => isHere(kind)).map(({ position }) => position) ?? [];
	return kit ? { kitId: kit.kitId, returnDue: kit.returnDue, inReach } : null;
}
