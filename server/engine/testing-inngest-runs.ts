/** What the double of Inngest knows of functions and their runs, in memory, with a clock that jumps from timer to timer. */
import { z } from "zod";
import { newId } from "@/server/kernel/ids";
import { instantOf } from "./durations";
import { evaluate, holds, parseExpression } from "./expressions";

export const registeredFunction = z.object({
	id: z.string(),
	triggers: z.array(z.object({ event: z.string().optional(), expression: z.string().optional() })),
	steps: z.object({
		step: z.object({
			runtime: z.object({ url: z.string() }),
			retries: z.object({ attempts: z.number() }).optional(),
		}),
	}),
	idempotency: z.string().optional(),
	concurrency: z.object({ limit: z.number(), key: z.string().optional() }).optional(),
	cancel: z.array(z.object({ event: z.string(), if: z.string().optional() })).default([]),
});

export type RegisteredFunction = z.output<typeof registeredFunction>;
export type SentEvent = { id: string; name: string; data: Record<string, unknown>; ts?: number };
export type Memo = { type: "data"; data: unknown } | { type: "error"; error: unknown };
export type Operation = {
	id: string;
	op: string;
	name?: string;
	data?: unknown;
	error?: unknown;
	opts?: Record<string, unknown>;
};

export type Run = {
	id: string;
	fn: RegisteredFunction;
	event: SentEvent;
	status: "running" | "completed" | "failed" | "cancelled";
	output: unknown;
	memo: Map<string, Memo>;
	parallel: boolean;
	parent?: { run: Run; stepId: string };
};

/** A call to make: of the whole run (`step`) or of one planned step. */
export type PlannedCall = { run: Run; step: string; attempt: number };

type Timer = { at: Date; run: Run; stepId: string };
type Wait = { run: Run; stepId: string; event: string; if: string | null };

const truth = (source: string | null | undefined, scope: { event: unknown; async?: unknown }) =>
	holds(source ? parseExpression(source) : null, scope);

export class DoubleRuns {
	readonly runs: Run[] = [];
	readonly functions = new Map<string, RegisteredFunction>();
	planned: PlannedCall[] = [];
	private timers: Timer[] = [];
	private waits: Wait[] = [];
	private readonly started = new Set<string>();
	private now = new Date("2026-01-01T00:00:00Z");

	/** Starts what the event starts, gives it to who waits for it, and cancels what it cancels. */
	deliver(event: SentEvent): void {
		for (const wait of [...this.waits]) {
			if (wait.event === event.name && truth(wait.if, { event: wait.run.event, async: event })) {
				this.remember(wait.run, wait.stepId, { type: "data", data: event });
			}
		}
		for (const run of this.runs) {
			const cancels = run.fn.cancel.filter(({ event: name }) => name === event.name);
			if (cancels.some((cancel) => truth(cancel.if, { event: run.event, async: event })))
				this.end(run, "cancelled", null);
		}
		for (const fn of this.functions.values()) {
			const heard = fn.triggers.some((it) => it.event === event.name && truth(it.expression, { event }));
			if (heard) this.start(fn, event);
		}
	}

	private start(fn: RegisteredFunction, event: SentEvent, parent?: Run["parent"]): void {
		const key = fn.idempotency ? JSON.stringify(evaluate(parseExpression(fn.idempotency), { event })) : event.id;
		if (this.started.has(`${fn.id} ${key}`)) return;
		this.started.add(`${fn.id} ${key}`);
		const run: Run = {
			id: newId(),
			fn,
			event,
			status: "running",
			output: null,
			memo: new Map(),
			parallel: false,
			parent,
		};
		this.runs.push(run);
		this.plan(run, "step");
	}

	private plan(run: Run, step: string, attempt = 0): void {
		if (run.status !== "running" || run.memo.has(step)) return;
		if (!this.planned.some((call) => call.run === run && call.step === step)) this.planned.push({ run, step, attempt });
	}

	private remember(run: Run, stepId: string, memo: Memo): void {
		this.waits = this.waits.filter((wait) => wait.run !== run || wait.stepId !== stepId);
		this.timers = this.timers.filter((timer) => timer.run !== run || timer.stepId !== stepId);
		if (run.memo.has(stepId)) return;
		run.memo.set(stepId, memo);
		this.plan(run, "step");
	}

	private end(run: Run, status: Run["status"], output: unknown): void {
		if (run.status !== "running") return;
		Object.assign(run, { status, output });
		this.planned = this.planned.filter((call) => call.run !== run);
		this.waits = this.waits.filter((wait) => wait.run !== run);
		this.timers = this.timers.filter((timer) => timer.run !== run);
		const memo: Memo = status === "completed" ? { type: "data", data: output } : { type: "error", error: output };
		if (run.parent) this.remember(run.parent.run, run.parent.stepId, memo);
		if (status !== "failed") return;
		const data = { function_id: run.fn.id, run_id: run.id, error: output, event: run.event };
		this.deliver({ id: newId(), name: "inngest/function.failed", data });
	}

	/** The call is out of attempts, or has ended for good. */
	fail = (run: Run, error: unknown): void => this.end(run, "failed", error);
	complete = (run: Run, output: unknown): void => this.end(run, "completed", output);
	retry = ({ run, step, attempt }: PlannedCall): void => this.plan(run, step, attempt + 1);

	/** Takes in what a call found. */
	found(run: Run, operations: Operation[]): void {
		if (operations.length > 1 && operations.some(({ op }) => op !== "RunComplete")) run.parallel = true;
		for (const operation of operations) this.take(run, operation);
	}

	private take(run: Run, { id, op, name, data, error, opts }: Operation): void {
		const text = (value: unknown): string => z.string().parse(value);
		const until = (time: unknown) => {
			const known = run.memo.has(id) || this.timers.some((timer) => timer.run === run && timer.stepId === id);
			if (!known) this.timers.push({ at: instantOf(text(time), this.now), run, stepId: id });
		};
		if (op === "StepRun") this.remember(run, id, { type: "data", data: data ?? null });
		else if (op === "StepFailed") this.remember(run, id, { type: "error", error });
		else if (op === "StepPlanned") this.plan(run, id);
		else if (op === "RunComplete") this.end(run, "completed", data ?? null);
		else if (op === "Sleep") until(name);
		else if (op === "WaitForEvent") {
			until(opts?.timeout);
			this.waits.push({ run, stepId: id, event: text(name), if: opts?.if ? text(opts.if) : null });
		} else if (op === "InvokeFunction") this.invoke(run, id, opts ?? {});
		else throw new Error(`the double does not know the operation ${op}`);
	}

	private invoke(run: Run, stepId: string, opts: Record<string, unknown>): void {
		const fn = this.functions.get(String(opts.function_id));
		if (!fn) throw new Error(`${opts.function_id} is not registered`);
		const { data } = z.object({ data: z.record(z.string(), z.unknown()).default({}) }).parse(opts.payload);
		this.start(fn, { id: `${run.id} ${stepId}`, name: "inngest/function.invoked", data }, { run, stepId });
	}

	/** Lets time pass to the next timer. False when there is none. */
	jump(): boolean {
		const [next] = this.timers.sort((a, b) => a.at.getTime() - b.at.getTime());
		if (!next) return false;
		this.now = next.at;
		this.remember(next.run, next.stepId, { type: "data", data: null });
		return true;
	}
}
