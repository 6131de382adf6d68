import type { Actor } from "@/server/kernel/actor";
import type { WorkerId } from "@/server/kernel/ids";
import { add, type Money } from "@/server/kernel/money";

/** A manager may be a worker, too. */
export const isOneself = (actor: Actor, workerId: WorkerId): boolean =>
	actor.kind === "person" && actor.workerId === workerId;

/** Whether a second manager is asked: what one has given one worker in the month counts, so that small gifts can't add up. */
export const needsSecondManager = (amount: Money, givenBefore: Money, limit: Money): boolean =>
	add(amount, givenBefore) > limit;
