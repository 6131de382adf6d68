import { type Database, database } from "@/db/client";
import { type Actor, system } from "@/server/kernel/actor";
import { type Clock, fixedClock } from "@/server/kernel/clock";
import { newId } from "@/server/kernel/ids";
import { businessClock } from "./business-clock";

/** What every command and query is given: who acts, what time it is, where to read, and what it is caused by. */
export type Ctx = {
	readonly actor: Actor;
	readonly clock: Clock;
	readonly db: Database;
	readonly requestId: string;
	/** The event that made this happen, if one did. */
	readonly cause: string | null;
	/** The network address of the person, where there is one. */
	readonly address: string | null;
	readonly inTransaction?: true;
};

/** A context inside a transaction: what writes asks for this, so that it can't be called outside one. */
export type TxCtx = Ctx & { readonly inTransaction: true };

type Given = Partial<Pick<Ctx, "actor" | "clock" | "requestId" | "cause" | "address">>;

/** A context for a request, a background function or a script. The house itself acts unless an actor is given. */
export const createCtx = (given: Given = {}): Ctx => ({
	actor: given.actor ?? system("house"),
	clock: given.clock ?? businessClock,
	db: database(),
	requestId: given.requestId ?? newId(),
	cause: given.cause ?? null,
	address: given.address ?? null,
});

/** The same context with another actor: what the house does on somebody's behalf, or a test as somebody else. */
export const actingAs = <Given extends Ctx>(ctx: Given, actor: Actor): Given => ({ ...ctx, actor });

/** The same context at one fixed instant of business time. */
export const at = <Given extends Ctx>(ctx: Given, instant: Date | string): Given => ({
	...ctx,
	clock: fixedClock(instant),
});
