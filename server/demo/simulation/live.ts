import { advanceTo, idle, nextStop, type Timer } from "@/server/engine/time-machine";
import { after, hours } from "@/server/kernel/clock";
import { Refusal } from "@/server/kernel/errors";
import type { OrderId } from "@/server/kernel/ids";
import { moveBusinessTimeTo } from "@/server/platform/business-clock";
import { actingAs, type Ctx } from "@/server/platform/context";
import { log } from "@/server/platform/log";
import type { Act, ActorKind, Happened } from "./act";
import { actorKinds } from "./actors";
import { Agenda } from "./agenda";
import { hearer } from "./hear";
import { remember } from "./remember";
import { dayOf, type World } from "./world";

type Options = {
	/** Strict: each thing and all its effects are finished before the next. Otherwise only what others depend on is waited for. */
	strict?: boolean;
	/** Whether a visitor is this person now: then the person does nothing by itself. */
	isPlayed?: (email: string) => Promise<boolean>;
	onProgress?: (now: Date, done: number) => void;
};

/** Who decides what becomes of an order: the others may lag behind when the history is made. */
const DECIDING = ["identity", "hiring", "ordering", "matching", "execution", "billing"];
/** Without a kit nobody starts. Nobody waits for a cookie's ten minutes, though: whoever is refused for it tries again. */
const AWAITED = [...DECIDING, "supplies"];
/** What was meant longer ago than this and not done is not done any more. */
const TOO_LATE_MS = hours(6);
const AT_ONCE = 6;
const SETTLE_WITHIN_MS = 180_000;

/**
 * Lets the company live until an instant: time goes from timer to timer and from act to act, and everybody who is not played
 * by a visitor does what such cats do, by the real commands.
 */
export async function live(ctx: Ctx, world: World, until: Date, options: Options = {}): Promise<{ done: number }> {
	const { strict = false, isPlayed, onProgress } = options;
	const of = strict ? undefined : AWAITED;
	const kinds: ActorKind[] = actorKinds;
	const ears = hearer([...new Set(kinds.flatMap(({ on }) => Object.keys(on ?? {})))]);
	const agenda = new Agenda();
	const underWay = new Set<Promise<void>>();
	const ofOrders = new Map<OrderId, Promise<void>>();
	let done = 0;
	let planned: number | null = null;
	const trouble: unknown[] = [];

	const settle = () => idle({ timeoutMs: SETTLE_WITHIN_MS, ...(of && { of }) });
	const meanWhat = (facts: readonly Happened[]) => {
		for (const happened of facts) {
			remember(world, happened);
			for (const { on } of kinds) agenda.add(on?.[happened.name]?.(world, happened) ?? []);
		}
	};
	const planDays = (now: Date) => {
		const tomorrow = dayOf(world, now) + 1;
		for (let day = planned === null ? tomorrow - 1 : planned + 1; day <= tomorrow; day++) {
			for (const { onDay } of kinds) agenda.add(onDay?.(world, day) ?? []);
			planned = day;
		}
	};
	const perform = async (act: Act): Promise<void> => {
		const person = world.people.get(act.who);
		if (!person || (await isPlayed?.(act.who))) return;
		try {
			await act.perform(actingAs(ctx, person) as Ctx & { actor: typeof person });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			if (strict || act.decides) return refused(act, error);
			await idle({ timeoutMs: SETTLE_WITHIN_MS });
			await act.perform(actingAs(ctx, person) as Ctx & { actor: typeof person }).catch((again) => refused(act, again));
		}
		done += 1;
	};
	const finishUnderWay = async () => {
		await Promise.all(underWay);
		ofOrders.clear();
		if (trouble.length > 0) throw trouble[0];
	};

	meanWhat(await ears.beginAt(ctx.clock.now()));
	for (;;) {
		const now = ctx.clock.now();
		planDays(now);
		const timer = await nextStop({ looksAt: world.closings, ...(!strict && { of: DECIDING }) });
		const act = agenda.first();
		const next = act && isSooner(act, timer) ? act : timer;
		if (!next || next.at > until) break;
		if (next === act) {
			agenda.takeFirst();
			if (act.at < after(now, -TOO_LATE_MS)) continue;
			if (act.at > now) await moveBusinessTimeTo(act.at);
			if (strict || act.decides) {
				await finishUnderWay();
				await settle();
				await perform(act);
				await settle();
				meanWhat(await ears.news());
			} else {
				const before = act.orderId && ofOrders.get(act.orderId);
				const performing: Promise<void> = Promise.resolve(before)
					.then(() => perform(act))
					.catch((error) => void trouble.push(error))
					.finally(() => underWay.delete(performing));
				underWay.add(performing);
				if (act.orderId) ofOrders.set(act.orderId, performing);
				if (underWay.size >= AT_ONCE) await Promise.race(underWay);
			}
		} else {
			await finishUnderWay();
			await moveBusinessTimeTo(next.at);
			await settle();
			meanWhat(await ears.news());
		}
		onProgress?.(ctx.clock.now(), done);
	}
	await finishUnderWay();
	await advanceTo(until, { timeoutMs: SETTLE_WITHIN_MS, looksAt: world.closings });
	return { done };
}

const isSooner = (act: Act, timer: Timer | null): boolean => !timer || act.at < timer.at;

function refused(act: Act, error: unknown): void {
	if (!(error instanceof Refusal)) throw error;
	log.info({ act: act.name, refusal: error.code }, "somebody of the demo was refused");
}
