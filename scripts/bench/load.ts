import { loadavg } from "node:os";
import autocannon from "autocannon";
import type { Round } from "./report";

const CONNECTIONS = 8;
/** Many short ones: what disturbs the machine lasts longer than one and meets both. */
const ROUNDS = 21;
const WARM_SECONDS = 6;
const ROUND_SECONDS = 1;

/** A request that can be sent again and again; the body is made anew for each. */
export type Target = { url: string; method: "GET" | "POST"; headers?: Record<string, string>; body?: () => string };

/** How busy the machine is, for the note of a result. */
export const machineLoad = (): string => `load ${loadavg()[0]?.toFixed(1)} at the beginning`;

/** Both under the same load in turns, each round in the other order than the one before, so that what disturbs meets both. */
export async function alternate(ours: Target, bare: Target): Promise<{ rounds: Round[]; requests: number }> {
	let requests = 0;
	const speedOf = async (target: Target, seconds: number) => {
		const { answered, duration } = await load(target, seconds);
		requests += answered;
		return answered / duration;
	};
	for (const target of [ours, bare]) await speedOf(target, WARM_SECONDS);
	const rounds: Round[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const oursFirst = round % 2 === 0;
		const first = await speedOf(oursFirst ? ours : bare, ROUND_SECONDS);
		const second = await speedOf(oursFirst ? bare : ours, ROUND_SECONDS);
		rounds.push(oursFirst ? { ours: first, bare: second } : { ours: second, bare: first });
	}
	return { rounds, requests };
}

export const CONDITIONS = `${CONNECTIONS} connections, ${ROUND_SECONDS} s a round`;

async function load(target: Target, seconds: number): Promise<{ answered: number; duration: number }> {
	const { url, method, headers, body } = target;
	const { pathname, search } = new URL(url);
	const request = { path: pathname + search, method, headers };
	const result = await autocannon({
		url,
		connections: CONNECTIONS,
		duration: seconds,
		requests: [body ? { ...request, setupRequest: (each) => ({ ...each, body: body() }) } : request],
	});
	const answered = result["2xx"];
	const bad = result.non2xx + result.errors + result.timeouts;
	if (answered > 0 && bad === 0) return { answered, duration: result.duration };
	await send(target); // the load generator keeps no answers: this one tells what is wrong
	throw new Error(`${url}: ${bad} of ${answered + bad} requests failed`);
}

/** Sends one request and waits for its answer. Throws when it is refused. */
export async function send({ url, method, headers, body }: Target): Promise<void> {
	const response = await fetch(url, { method, headers, body: body?.() });
	const answer = await response.text();
	if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer.slice(0, 500)}`);
}
