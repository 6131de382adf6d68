import { type GetStepTools, type Inngest, type InngestFunction, RetryAfterError } from "inngest";
import { system } from "@/server/kernel/actor";
import { NotYet } from "@/server/kernel/errors";
import { type Ctx, createCtx } from "@/server/platform/context";
import { withLogContext } from "@/server/platform/log";
import type { EventData, EventDefinition } from "../events/catalog/_define";
import { inngest } from "./client";

type Step = GetStepTools<Inngest.Any>;

type Given<Definition extends EventDefinition> = {
	/** Acts as the function itself and names the event as its cause. Make commands act through it. */
	ctx: Ctx;
	data: EventData<Definition>;
	step: Step;
	eventId: string;
};

type Reaction<Definition extends EventDefinition> = {
	/** `context/verb-noun`, as the file is called. */
	id: `${string}/${string}`;
	on: Definition;
	run: (given: Given<Definition>) => Promise<unknown>;
};

type Cycle = {
	id: `${string}/${string}`;
	/** Five fields, read in the zone. */
	cron: string;
	timeZone: string;
	run: (given: { ctx: Ctx; step: Step }) => Promise<unknown>;
};

/** As many as Inngest allows: a fact that came before what it builds on must outlast a long outage of the other. */
const RETRIES = 20;
const NOT_YET_RETRY = "2s";

/**
 * A background function that reacts to an event of another context. It only orchestrates: each `step.run` calls one command.
 * A command that throws `NotYet` is tried again in a moment.
 */
export const reaction = <Definition extends EventDefinition>({
	id,
	on,
	run,
}: Reaction<Definition>): InngestFunction.Any =>
	inngest.createFunction({ id, retries: RETRIES, triggers: [{ event: on.name }] }, async ({ event, step }) => {
		const eventId = event.id ?? "";
		return withLogContext({ functionId: id, eventId }, () =>
			retriedWhenEarly(() =>
				run({
					ctx: createCtx({ actor: system(id), cause: eventId, requestId: eventId }),
					// Checked against the catalogue when it was published.
					data: event.data as EventData<Definition>,
					step,
					eventId,
				}),
			),
		);
	});

/** A background function that runs by the calendar of business time. */
export const cycle = ({ id, cron, timeZone, run }: Cycle): InngestFunction.Any =>
	inngest.createFunction({ id, triggers: [{ cron: `TZ=${timeZone} ${cron}` }] }, ({ step, runId }) =>
		withLogContext({ functionId: id }, () =>
			run({ ctx: createCtx({ actor: system(id), cause: runId, requestId: runId }), step }),
		),
	);

async function retriedWhenEarly<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof NotYet) throw new RetryAfterError(error.message, NOT_YET_RETRY, { cause: error });
		throw error;
	}
}
