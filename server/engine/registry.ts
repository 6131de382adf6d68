import type { Inngest, InngestFunction } from "inngest";
import { internalEvents } from "inngest";
import { z } from "zod";
import { registrationOf } from "./callers";
import { type Expression, evaluate, holds, indexable, parseExpression, UnsupportedExpression } from "./expressions";
import { nextTick } from "./schedule";

/** An event as functions are given it. */
export type EngineEvent = { id: string; name: string; data: Record<string, unknown>; ts: number; v?: string };

type Trigger = { event: string; when: Expression | null };
type Cancellation = { event: string; if: Expression | null; timeout: string | null };

/** What the engine knows of one function. */
export type FunctionSpec = {
	/** `context/verb-noun`, and `-failure` behind it for what runs when it has failed. */
	id: string;
	/** The id within the SDK's protocol, with the application before it. */
	address: string;
	maxAttempts: number;
	triggers: Trigger[];
	crons: string[];
	concurrency: { limit: number; key: Expression | null } | null;
	idempotency: Expression | null;
	cancellations: Cancellation[];
};

/** All functions of this build, found by id, by address, and by the event that starts them. */
export type Registry = {
	functions: FunctionSpec[];
	byId: ReadonlyMap<string, FunctionSpec>;
	byAddress: ReadonlyMap<string, FunctionSpec>;
	/** The runs that an event starts: the function, and what makes the run the only one. */
	startedBy(event: EngineEvent): { spec: FunctionSpec; key: string }[];
};

/** Which functions an instance runs, by the contexts in its environment's `FUNCTIONS`. */
export const ranBy =
	(contexts: string) =>
	(functionId: string): boolean =>
		contexts === "all" || contexts.split(",").includes(contextOf(functionId));

/** The context that a function belongs to. */
export const contextOf = (functionId: string): string => functionId.slice(0, functionId.indexOf("/"));

/** A function asks for something that only a real Inngest server can do. */
export class UnsupportedFunction extends Error {
	constructor(id: string, what: string) {
		super(`the function ${id} uses ${what}, which the embedded engine does not do`);
		this.name = "UnsupportedFunction";
	}
}

/** The part of the SDK's function configuration that the engine does; a value anywhere else is refused. */
const configuration = z.strictObject({
	id: z.string(),
	name: z.string(),
	triggers: z.array(
		z.union([
			z.strictObject({ event: z.string(), expression: z.string().optional() }),
			z.strictObject({ cron: z.string() }),
		]),
	),
	steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
	idempotency: z.string().optional(),
	concurrency: z
		.union([
			z.number().transform((limit) => ({ limit, key: undefined })),
			z.strictObject({ limit: z.number(), key: z.string().optional(), scope: z.literal("fn").optional() }),
		])
		.optional(),
	cancel: z
		.array(z.strictObject({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
		.optional(),
});

type Configuration = z.output<typeof configuration>;

const DEFAULT_RETRIES = 3;

/**
 * Reads what the functions of a client ask of an engine. Throws UnsupportedFunction, naming function and option, for what
 * only a real Inngest server does, so that it shows at the start and not at some run.
 */
export async function createRegistry(
	client: Inngest.Any,
	functions: readonly InngestFunction.Any[],
): Promise<Registry> {
	const registration = await registrationOf(client, functions);
	return registryOf(registration.map((config) => read(client.id, config)));
}

function registryOf(specs: FunctionSpec[]): Registry {
	const byId = new Map(specs.map((spec) => [spec.id, spec]));
	const byEvent = new Map<string, { spec: FunctionSpec; trigger: Trigger }[]>();
	for (const spec of specs) {
		for (const trigger of spec.triggers) {
			byEvent.set(trigger.event, [...(byEvent.get(trigger.event) ?? []), { spec, trigger }]);
		}
	}
	return {
		functions: specs,
		byId,
		byAddress: new Map(specs.map((spec) => [spec.address, spec])),
		startedBy: (event) => {
			const heard = (byEvent.get(event.name) ?? []).filter(({ trigger }) => holds(trigger.when, { event }));
			return [...new Set(heard.map(({ spec }) => spec))].map((spec) => ({ spec, key: runKey(spec, event) }));
		},
	};
}

const runKey = (spec: FunctionSpec, event: EngineEvent): string =>
	spec.idempotency
		? indexable(`${spec.id}:key:${JSON.stringify(evaluate(spec.idempotency, { event }))}`)
		: indexable(`${spec.id}:event:${event.id}`);

function read(appId: string, raw: unknown): FunctionSpec {
	const { id: address } = z.object({ id: z.string() }).parse(raw);
	const id = address.slice(appId.length + 1);
	const parsed = configuration.safeParse(raw);
	if (!parsed.success) {
		const options = parsed.error.issues.flatMap((issue) =>
			issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")],
		);
		throw new UnsupportedFunction(id, options.join(", "));
	}
	return specOf(id, parsed.data);
}

function specOf(id: string, config: Configuration): FunctionSpec {
	const expression = (source: string | undefined): Expression | null => {
		try {
			return source === undefined ? null : parseExpression(source);
		} catch (error) {
			if (error instanceof UnsupportedExpression) throw new UnsupportedFunction(id, error.message);
			throw error;
		}
	};
	const { concurrency } = config;
	return {
		id,
		address: config.id,
		maxAttempts: (config.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
		triggers: config.triggers.flatMap((trigger) =>
			"event" in trigger ? [{ event: heardEvent(id, trigger.event), when: expression(trigger.expression) }] : [],
		),
		crons: config.triggers.flatMap((trigger) => ("cron" in trigger ? [knownCron(id, trigger.cron)] : [])),
		concurrency: concurrency ? { limit: concurrency.limit, key: expression(concurrency.key) } : null,
		idempotency: expression(config.idempotency),
		cancellations: (config.cancel ?? []).map((cancel) => ({
			event: cancel.event,
			if: expression(cancel.if),
			timeout: cancel.timeout ?? null,
		})),
	};
}

/** Of Inngest's own events only a function's failure is told here. */
function heardEvent(id: string, name: string): string {
	if (name.startsWith("inngest/") && name !== internalEvents.FunctionFailed) {
		throw new UnsupportedFunction(id, `the event ${name}`);
	}
	return name;
}

function knownCron(id: string, expression: string): string {
	try {
		nextTick(expression, new Date(0));
		return expression;
	} catch (error) {
		throw new UnsupportedFunction(id, `the cron expression ${expression} (${String(error)})`);
	}
}
