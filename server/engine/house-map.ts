import { and, count, gte, isNull } from "drizzle-orm";
import { outbox } from "@/db/schema/events";
import { mayAsk } from "@/server/architecture/context-map.mjs";
import { businessDate, instantAt } from "@/server/kernel/calendar";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import { demandStaff } from "../events/access";
import { catalog } from "../events/catalog";
import { houseRegistry } from "./house";
import { contextOf, type Registry } from "./registry";

/** `starts`: the event starts a run of the function. `ends`: it ends a run that sleeps or waits. */
export type Reaction = { function: string; context: string; how: "starts" | "ends" };

export type MappedEvent = {
	name: string;
	owner: string;
	meaning: string;
	kind: "domain" | "replication";
	/** How often it happened today, by business time. */
	today: number;
	reactions: Reaction[];
};

export type HouseMap = {
	contexts: string[];
	events: MappedEvent[];
	/** Who may ask whom: a question is a call of the other's public face. */
	questions: { asker: string; asked: string }[];
	cycles: { function: string; context: string; cron: string }[];
};

/** The house as its own code tells: the catalogue of events, the functions' registration, the import rules. For managers. */
export async function getHouseMap(ctx: Ctx): Promise<HouseMap> {
	demandStaff(ctx.actor, "manager");
	const [registry, today] = await Promise.all([houseRegistry(), countToday(ctx)]);
	return {
		contexts: Object.keys(mayAsk),
		events: [...catalog.values()].map(({ name, owner, meaning, kind }) => ({
			...{ name, owner, meaning, kind },
			today: today.get(name) ?? 0,
			reactions: reactionsTo(registry, name),
		})),
		questions: Object.entries(mayAsk).flatMap(([asker, all]) => all.map((asked) => ({ asker, asked }))),
		cycles: registry.functions.flatMap(({ id, crons }) =>
			crons.map((cron) => ({ function: id, context: contextOf(id), cron })),
		),
	};
}

const reactionsTo = ({ functions }: Registry, event: string): Reaction[] =>
	functions.flatMap(({ id, triggers, cancellations }): Reaction[] => [
		...triggers.filter((trigger) => trigger.event === event).map(() => reaction(id, "starts")),
		...cancellations.filter((cancellation) => cancellation.event === event).map(() => reaction(id, "ends")),
	]);

const reaction = (id: string, how: Reaction["how"]): Reaction => ({ function: id, context: contextOf(id), how });

async function countToday(ctx: Ctx): Promise<Map<string, number>> {
	const { timeZone } = await policyInForce(ctx, "money");
	const midnight = instantAt(businessDate(ctx.clock.now(), timeZone), "00:00", timeZone);
	const rows = await ctx.db
		.select({ name: outbox.name, events: count() })
		.from(outbox)
		.where(and(gte(outbox.occurredAt, midnight), isNull(outbox.replayOf)))
		.groupBy(outbox.name);
	return new Map(rows.map(({ name, events }) => [name, events]));
}
