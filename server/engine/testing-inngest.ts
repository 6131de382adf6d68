/**
 * A double of an Inngest server that speaks its signed protocol over HTTP: applications register with it or are synced by it,
 * events come in at `/e/<key>`, and it calls the functions with what their steps have given.
 */
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { systemNow } from "@/server/kernel/clock";
import { canonicalJson } from "@/server/kernel/idempotency";
import { newId } from "@/server/kernel/ids";
import { evaluate, parseExpression } from "./expressions";
import { DoubleRuns, type PlannedCall, registeredFunction, type SentEvent } from "./testing-inngest-runs";

const registration = z.object({ functions: z.array(registeredFunction) });
const sentEvent = z.object({
	id: z.string().default(() => newId<string>()),
	name: z.string(),
	data: z.record(z.string(), z.unknown()),
	ts: z.number(),
});

type Keys = { eventKey: string; signingKey: string };

/** How Inngest signs a request's or an answer's body. */
export function signatureOf(body: string, signingKey: string, at = systemNow()): string {
	const seconds = Math.round(at.getTime() / 1000);
	const key = signingKey.replace(/^signkey-\w+-/, "");
	return `t=${seconds}&s=${createHmac("sha256", key).update(`${body}${seconds}`).digest("hex")}`;
}

const bearer = (signingKey: string): string => {
	const [prefix = ""] = /^signkey-\w+-/.exec(signingKey) ?? [];
	const key = Buffer.from(signingKey.slice(prefix.length), "hex");
	return `Bearer ${prefix}${createHash("sha256").update(key).digest("hex")}`;
};

export async function startInngestDouble({ eventKey, signingKey }: Keys) {
	const state = new DoubleRuns();
	const events: SentEvent[] = [];
	const underWay = new Set<Promise<void>>();
	const busy = new Map<string, number>();
	let unsigned = 0;

	async function answer(request: IncomingMessage): Promise<[number, object]> {
		const body: unknown = JSON.parse((await text(request)) || "null");
		if (request.url === `/e/${eventKey}`) return [200, { ids: receive(body), status: 200 }];
		if (request.url?.startsWith("/e/")) return [401, { error: "event key not found", status: 401 }];
		if (request.url !== "/fn/register") return [404, { error: "no such path" }];
		if (request.headers.authorization !== bearer(signingKey)) return [401, { error: "wrong signing key", status: 401 }];
		register(body);
		return [200, { status: 200, modified: true }];
	}

	function receive(body: unknown): string[] {
		const sent = z.array(sentEvent).parse(body);
		for (const event of sent) {
			if (events.some(({ id }) => id === event.id)) continue;
			events.push(event);
			state.deliver(event);
		}
		return sent.map(({ id }) => id);
	}

	function register(body: unknown): void {
		for (const fn of registration.parse(body).functions) state.functions.set(fn.id, fn);
	}

	/** A signed request to the application; its answer must be signed, too. */
	async function request(method: string, url: string, body: unknown, headers: Record<string, string> = {}) {
		const signed = canonicalJson(body);
		const response = await fetch(url, {
			method,
			body: signed,
			headers: {
				"content-type": "application/json",
				"x-inngest-signature": signatureOf(signed, signingKey),
				...headers,
			},
		});
		const answered = await response.text();
		const signature = response.headers.get("x-inngest-signature") ?? "";
		const [, seconds] = /^t=(\d+)&/.exec(signature) ?? [];
		if (signature !== signatureOf(answered, signingKey, new Date(Number(seconds) * 1000))) unsigned++;
		return { response, answered: JSON.parse(answered || "null") };
	}

	async function call(planned: PlannedCall): Promise<void> {
		const { run, step, attempt } = planned;
		const url = new URL(run.fn.steps.step.runtime.url);
		url.searchParams.set("stepId", step);
		const attempts = (run.fn.steps.step.retries?.attempts ?? 3) + 1;
		const stack = [...run.memo.keys()];
		const { response, answered } = await request("POST", url.href, {
			version: 2,
			event: run.event,
			events: [run.event],
			steps: Object.fromEntries(run.memo),
			ctx: {
				run_id: run.id,
				attempt,
				max_attempts: attempts,
				disable_immediate_execution: run.parallel,
				use_api: false,
				stack: { stack, current: stack.length - 1 },
			},
		});
		const final = response.headers.get("x-inngest-no-retry") === "true" || attempt + 1 >= attempts;
		if (response.status === 200) state.complete(run, answered);
		else if (response.status !== 206) final ? state.fail(run, answered) : state.retry(planned);
		else if (answered[0].op === "StepError") state.retry(planned);
		else state.found(run, answered);
	}

	const limitKey = ({ run: { fn, event } }: PlannedCall): string =>
		`${fn.id} ${fn.concurrency?.key ? JSON.stringify(evaluate(parseExpression(fn.concurrency.key), { event })) : ""}`;

	function begin(planned: PlannedCall): void {
		const key = limitKey(planned);
		busy.set(key, (busy.get(key) ?? 0) + 1);
		const done = call(planned).finally(() => {
			busy.set(key, (busy.get(key) ?? 0) - 1);
			underWay.delete(done);
		});
		underWay.add(done);
	}

	/** Resolves when nothing is left to do without time passing. */
	async function rest(): Promise<void> {
		while (state.planned.length + underWay.size > 0) {
			const mayRun = (planned: PlannedCall) =>
				(busy.get(limitKey(planned)) ?? 0) < (planned.run.fn.concurrency?.limit ?? Number.POSITIVE_INFINITY);
			for (let next = state.planned.find(mayRun); next; next = state.planned.find(mayRun)) {
				state.planned.splice(state.planned.indexOf(next), 1);
				begin(next);
			}
			await Promise.race(underWay);
		}
	}

	const server = createServer((asked, response) => {
		answer(asked).then(
			([status, body]) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
			(error) => response.writeHead(400).end(JSON.stringify({ error: String(error), status: 400 })),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** Events as they came in, each id once. */
		events,
		functionIds: () => [...state.functions.keys()],
		/** Asks the application for its functions, as when it is synced by hand. */
		async sync(url: string): Promise<void> {
			const { answered } = await request("PUT", url, { url }, { "x-inngest-sync-kind": "in_band" });
			register(answered);
		},
		rest,
		/** Lets time pass, from timer to timer, until nothing sleeps or waits. */
		async travel(): Promise<void> {
			do await rest();
			while (state.jump());
		},
		runs: state.runs,
		/** How many answers of the application were not signed as they must be. */
		unsigned: () => unsigned,
		stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
	};
}
