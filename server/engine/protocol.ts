import { z } from "zod";
import { instantOf } from "./durations";
import { parseExpression } from "./expressions";

/** A step's result as the SDK takes it back. */
export type StepResult = { type: "data"; data: unknown } | { type: "error"; error: unknown };

/** A call of a function: the whole of it (`step`), or one planned step by its hash. */
export type Call = { functionAddress: string; step: string; lease: string | null; body: CallBody };

/** Leaves the version of the protocol to the SDK. */
const NEWEST = -1;

/** The SDK's call request. */
type CallBody = {
	version: typeof NEWEST;
	event: unknown;
	events: unknown[];
	steps: Record<string, StepResult>;
	ctx: {
		/** With both of these the SDK hands over each step's result before it goes on to the next. */
		fn_id?: string;
		qi_id?: string;
		run_id: string;
		attempt: number;
		max_attempts: number;
		disable_immediate_execution: boolean;
		use_api: false;
		stack: { stack: string[]; current: number };
	};
};

export type CallAnswer = { status: number; headers: Record<string, string>; body: string };

/** Makes a call and brings back the answer. Throws when there is none. */
export type Caller = (call: Call) => Promise<CallAnswer>;

type CallOf = {
	address: string;
	step: string;
	runId: string;
	event: unknown;
	steps: { id: string; result: StepResult }[];
	attempt: number;
	maxAttempts: number;
	/** Steps have run side by side in this run. */
	parallel: boolean;
	/** Names the lease to hand steps over under; null leaves that out. */
	lease: string | null;
};

export function callOf(given: CallOf): Call {
	const stack = given.steps.map(({ id }) => id);
	return {
		functionAddress: given.address,
		step: given.step,
		lease: given.lease,
		body: {
			version: NEWEST,
			event: given.event,
			events: [given.event],
			steps: Object.fromEntries(given.steps.map(({ id, result }) => [id, result])),
			ctx: {
				...(given.lease === null ? {} : { fn_id: given.address, qi_id: given.lease }),
				run_id: given.runId,
				attempt: given.attempt,
				max_attempts: given.maxAttempts,
				disable_immediate_execution: given.parallel,
				use_api: false,
				stack: { stack, current: stack.length - 1 },
			},
		},
	};
}

/** One line of the SDK's answer. */
export const operation = z.object({
	id: z.string(),
	op: z.string(),
	name: z.string().nullish(),
	displayName: z.string().nullish(),
	data: z.unknown().optional(),
	error: z.unknown().optional(),
	opts: z.record(z.string(), z.unknown()).nullish(),
});

type Operation = z.output<typeof operation>;

/** Something that a call found to be done or waited for, by the hash of its step. */
export type Found =
	| { kind: "result"; stepId: string; name: string; result: StepResult }
	| { kind: "planned"; stepId: string }
	| { kind: "sleep"; stepId: string; name: string; time: string }
	| { kind: "event"; stepId: string; name: string; event: string; if: string | null; timeout: string }
	| { kind: "invoke"; stepId: string; name: string; address: string; payload: unknown; timeout: string | null }
	| { kind: "again" };

/** What an answer means for its run. */
export type Outcome =
	| { kind: "found"; found: Found[] }
	| { kind: "completed"; found: Found[]; output: unknown }
	| { kind: "failed"; error: unknown }
	| { kind: "retry"; error: unknown; after: string | null };

/** Part of the message when a function used something that only a real Inngest server does. No retry would help. */
export const NOT_ON_THIS_ENGINE = "is not done by the embedded engine";

/**
 * Reads an answer of the SDK. `lastAttempt` turns what would be tried again into a failure; what can't be read is one, too.
 */
export function outcomeOf(answer: CallAnswer, lastAttempt: boolean): Outcome {
	try {
		return read(answer, lastAttempt);
	} catch (error) {
		return { kind: "failed", error: { name: "Error", message: String(error) } };
	}
}

function read(answer: CallAnswer, lastAttempt: boolean): Outcome {
	const body: unknown = answer.body === "" ? null : JSON.parse(answer.body);
	if (answer.status === 200) return { kind: "completed", found: [], output: body };
	const after = answer.headers["retry-after"] ?? null;
	const final = lastAttempt || answer.headers["x-inngest-no-retry"] === "true";
	if (answer.status !== 206) return triedAgain(body, after, final);
	const operations = z.array(operation).parse(body);
	const wrong = operations.find(({ op }) => op === "StepError");
	if (wrong && operations.length === 1) return triedAgain(wrong.error, after, lastAttempt);
	return found(operations);
}

function triedAgain(error: unknown, after: string | null, final: boolean): Outcome {
	return final || JSON.stringify(error).includes(NOT_ON_THIS_ENGINE)
		? { kind: "failed", error }
		: { kind: "retry", error, after };
}

function found(operations: Operation[]): Outcome {
	const complete = operations.find(({ op }) => op === "RunComplete");
	const all: Found[] = [];
	for (const one of operations) {
		if (one === complete) continue;
		const read = readers[one.op];
		if (!read) {
			const name = one.displayName ?? one.name ?? one.id;
			return { kind: "failed", error: { name: "Error", message: `${one.op} (${name}) ${NOT_ON_THIS_ENGINE}` } };
		}
		all.push(read(one));
	}
	return complete ? { kind: "completed", found: all, output: complete.data ?? null } : { kind: "found", found: all };
}

const nameOf = ({ displayName, name, id }: Operation): string => displayName ?? name ?? id;
const text = z.string();
const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null;
/** Read now, so that what can't be read fails the run and not the commit. */
const time = text.refine((value) => Number.isFinite(instantOf(value, new Date(0)).getTime()));
const condition = text
	.refine((value) => parseExpression(value))
	.nullish()
	.transform(orNull);

const result = (one: Operation): Found => ({
	kind: "result",
	stepId: one.id,
	name: nameOf(one),
	result: { type: "data", data: one.data ?? null },
});

const readers: Record<string, (one: Operation) => Found> = {
	StepRun: result,
	Step: result,
	StepFailed: (one) => ({
		kind: "result",
		stepId: one.id,
		name: nameOf(one),
		result: { type: "error", error: one.error },
	}),
	StepPlanned: ({ id }) => ({ kind: "planned", stepId: id }),
	Sleep: (one) => ({ kind: "sleep", stepId: one.id, name: nameOf(one), time: time.parse(one.name ?? "") }),
	WaitForEvent: (one) => ({
		kind: "event",
		stepId: one.id,
		name: nameOf(one),
		event: text.parse(one.name),
		if: condition.parse(one.opts?.if),
		timeout: time.parse(one.opts?.timeout),
	}),
	InvokeFunction: (one) => ({
		kind: "invoke",
		stepId: one.id,
		name: nameOf(one),
		address: text.parse(one.opts?.function_id),
		payload: one.opts?.payload,
		timeout: time.nullish().transform(orNull).parse(one.opts?.timeout),
	}),
	DiscoveryRequest: () => ({ kind: "again" }),
};
