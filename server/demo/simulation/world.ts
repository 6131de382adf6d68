import { getAccountByEmail, personOf } from "@/server/contexts/identity";
import { listServiceTypes } from "@/server/contexts/ordering/queries/list-service-types";
import { listZones } from "@/server/contexts/ordering/queries/list-zones";
import type { LooksAt } from "@/server/engine/time-machine";
import type { Person } from "@/server/kernel/actor";
import { addDays, businessDate, daysBetween, instantAt } from "@/server/kernel/calendar";
import type { ClientId, OrderId, ServiceTypeId, WorkerId, ZoneId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { closingsOf } from "@/server/platform/policies/closings";
import { services, zones } from "../catalogue";
import type { Cast, DemoClient, DemoPerson, DemoWorker } from "../people";
import { type Lots, lotsOf } from "./lots";

/** What people remember of an order. */
export type KnownOrder = {
	orderId: OrderId;
	client: DemoClient | null;
	startsAt: Date;
	durationMinutes: number;
	serviceTypeId: ServiceTypeId;
};

/** The company as its simulated people know it. */
export type World = {
	seed: string;
	/** How many times likelier than usual it is that something goes wrong. */
	trouble: number;
	cast: Cast;
	timeZone: string;
	/** When weeks, months and days are closed. */
	closings: LooksAt;
	/** The date of day 0: the company's present when its history ends. */
	dayZero: string;
	services: { key: string; serviceTypeId: ServiceTypeId; durationMinutes: number }[];
	zones: { key: string; zoneId: ZoneId }[];
	orders: Map<OrderId, KnownOrder>;
	people: Map<string, Person>;
	clients: Map<ClientId, DemoClient>;
	workers: Map<WorkerId, DemoWorker>;
};

type Given = { seed: string; cast: Cast; present: Date; trouble?: number };

/** Looks up who and what the company consists of now. Whoever has no account yet does nothing. */
export async function lookAround(ctx: Ctx, { seed, cast, present, trouble = 1 }: Given): Promise<World> {
	const { timeZone } = await policyInForce(ctx, "money");
	const [types, served] = await Promise.all([listServiceTypes(ctx), listZones(ctx)]);
	const world: World = {
		seed,
		trouble,
		cast,
		timeZone,
		closings: await closingsOf(ctx),
		dayZero: businessDate(present, timeZone),
		// What a manager has renamed or retired is not ordered by itself any more.
		services: services.flatMap(({ key, name }) =>
			types.filter((type) => type.name.en === name.en).map((type) => ({ ...type, key })),
		),
		zones: zones.flatMap(({ key, name }) =>
			served.filter((zone) => zone.name.en === name.en).map(({ zoneId }) => ({ zoneId, key })),
		),
		orders: new Map(),
		people: new Map(),
		clients: new Map(),
		workers: new Map(),
	};
	for (const client of cast.clients) {
		const clientId = (await meet(ctx, world, client))?.clientId;
		if (clientId) world.clients.set(clientId, client);
	}
	for (const worker of cast.workers) {
		const workerId = (await meet(ctx, world, worker))?.workerId;
		if (workerId) world.workers.set(workerId, worker);
	}
	for (const one of cast.staff) await meet(ctx, world, one);
	return world;
}

async function meet(ctx: Ctx, world: World, { email }: { email: string }): Promise<Person | null> {
	const account = await getAccountByEmail(ctx, email);
	if (!account?.active) return null;
	const person = personOf(account);
	world.people.set(email, person);
	return person;
}

/** A moment of a day, counted from day 0. */
export const momentOf = (world: World, day: number, time: string): Date =>
	instantAt(addDays(world.dayZero, day), time, world.timeZone);

/** The day that an instant falls on, counted from day 0. */
export const dayOf = (world: World, instant: Date): number =>
	daysBetween(world.dayZero, businessDate(instant, world.timeZone));

/** The lots of something in this world. */
export const lotsIn = (world: World, ...names: (string | number)[]): Lots => lotsOf(world.seed, ...names);

/** Whose turn it is among those of the staff with a role. */
export function staffOf(world: World, role: "manager" | "warehouse", lots: Lots): DemoPerson {
	return lots.pick(world.cast.staff.filter(({ roles }) => roles[0] === role));
}

export const twoDigits = (value: number): string => String(value).padStart(2, "0");
