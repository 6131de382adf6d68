import type { GetStepTools, Inngest, InngestFunction } from "inngest";
import { lastTick } from "@/server/engine/schedule";
import { system } from "@/server/kernel/actor";
import { type Ctx, createCtx } from "@/server/platform/context";
import { withLogContext } from "@/server/platform/log";
import { traced } from "@/server/platform/tracing";
import type { Envelope, EventData, EventDefinition } from "../events/catalog/_define";
import { inngest } from "./client";

/** The part of the SDK's step tools that runs on every engine. */
export type Step = Pick<
	GetStepTools<Inngest.Any>,
	"run" | "sleep" | "sleepUntil" | "sendEvent" | "waitForEvent" | "invoke"
>;

type FunctionId = `${string}/${string}`;
type Field<Definition extends EventDefinition> = keyof EventData<Definition> & string;

/** At most `limit` calls at once: of the whole function, or of those whose event has the same value in `per`. */
type Concurrency<Definition extends EventDefinition> = { limit: number; per?: Field<Definition> };

type Given<Definition extends EventDefinition> = {
	/** Acts as the function itself and names the event as its cause. Make commands act through it. */
	ctx: Ctx;
	data: EventData<Definition>;
	step: Step;
	/** Of the fact: the same when an admin has it told again. */
	eventId: string;
};

type Reaction<Definition extends EventDefinition> = {
	/** `context/verb-noun`, as the file is called. */
	id: FunctionId;
	on: Definition;
	/** A later event with the same value in this field ends the run, wherever it sleeps or waits. */
	cancelOn?: { event: EventDefinition; match: Field<Definition> }[];
	concurrency?: Concurrency<Definition>;
	/** Events with the same value in this field start one run only. */
	idempotency?: Field<Definition>;
	run: (given: Given<Definition>) => Promise<unknown>;
};

type Cycle = {
	/** `context/verb-noun`, as the file is called. */
	id: FunctionId;
	/** Five fields, read in the zone. */
	cron: string;
	timeZone: string;
	/** `tick` is the instant of business time that the run is for: a missed one comes late, a doubled one names the same. */
	run: (given: { ctx: Ctx; step: Step; tick: Date }) => Promise<unknown>;
};

/** As many as Inngest allows: a fact that came before what it builds on must outlast a long outage of the other. */
const RETRIES = 20;

/**
 * A background function that reacts to an event of another context. It only orchestrates: each `step.run` calls one command.
 * A command that throws `NotYet` is tried again in a moment.
 */
export const reaction = <Definition extends EventDefinition>(given: Reaction<Definition>): InngestFunction.Any => {
	const { id, on, cancelOn, concurrency, idempotency, run } = given;
	return inngest.createFunction(
		{
			id,
			retries: RETRIES,
			triggers: [{ event: on.name }],
			...(cancelOn && {
				cancelOn: cancelOn.map(({ event, match }) => ({ event: event.name, match: `data.${match}` })),
			}),
			...(concurrency && { concurrency: { limit: concurrency.limit, ...keyOf(concurrency.per) } }),
			...(idempotency && { idempotency: `event.data.${idempotency}` }),
		},
		async ({ event, step }) => {
			const cause = event.id ?? "";
			const ctx = createCtx({ actor: system(id), cause, requestId: cause });
			// Checked against the catalogue when it was published.
			const { envelope, ...fact } = event.data as EventData<Definition> & { envelope?: Envelope };
			const data = fact as unknown as EventData<Definition>;
			// A fact that is told again is the same fact to whoever keeps in mind what was told.
			const eventId = envelope?.replayOf ?? cause;
			return withLogContext({ functionId: id, eventId: cause }, () =>
				traced(id, { "mcf.event_id": cause, "mcf.request_id": cause }, () => run({ ctx, data, step, eventId })),
			);
		},
	);
};

const keyOf = (field: string | undefined) => (field === undefined ? {} : { key: `event.data.${field}` });

/** A background function that runs by the calendar of business time. One run at a time, in the order of its ticks. */
export const cycle = ({ id, cron, timeZone, run }: Cycle): InngestFunction.Any => {
	const expression = `TZ=${timeZone} ${cron}`;
	return inngest.createFunction(
		{ id, retries: RETRIES, concurrency: { limit: 1 }, triggers: [{ cron: expression }] },
		({ event, step, runId }) => {
			const tick = lastTick(expression, new Date(event.ts ?? Number.NaN));
			const ctx = createCtx({ actor: system(id), cause: runId, requestId: runId });
			return withLogContext({ functionId: id }, () =>
				traced(id, { "mcf.request_id": runId }, () => run({ ctx, step, tick })),
			);
		},
	);
};
