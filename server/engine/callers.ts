import { type Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import { z } from "zod";
import type { Call, CallAnswer, Caller } from "./protocol";

/** A request as the SDK's handler asks for its parts. */
type Asked = { method: "POST" | "PUT"; query: string; headers: Record<string, string | null>; body: unknown };

/** The SDK's own handler behind an adapter without a web: what goes in and comes out are plain objects. */
const adapter = (
	client: Inngest.Any,
	functions: readonly InngestFunction.Any[],
	serveOrigin?: string,
): ((asked: Asked) => Promise<CallAnswer>) =>
	new InngestCommHandler({
		frameworkName: "embedded",
		client,
		functions,
		serveOrigin,
		skipSignatureValidation: true,
		handler: ({ method, query, headers, body }: Asked) => ({
			method: () => method,
			url: () => new URL(`http://embedded/api/inngest?${query}`),
			headers: (name: string) => headers[name] ?? null,
			body: () => body,
			transformResponse: (answer: CallAnswer) => answer,
		}),
	}).createHandler();

const query = ({ functionAddress, step }: Call): string =>
	`fnId=${encodeURIComponent(functionAddress)}&stepId=${encodeURIComponent(step)}`;

const callHeaders = { "content-type": "application/json" };

/** Calls functions within this process. */
export function callInProcess(client: Inngest.Any, functions: readonly InngestFunction.Any[]): Caller {
	const handle = adapter(client, functions);
	return (call) => {
		// The SDK shows the job's id to middleware as `ctx.jobId`.
		const headers = { ...callHeaders, "x-inngest-job-id": call.lease };
		return handle({ method: "POST", query: query(call), headers, body: call.body });
	};
}

/**
 * Calls functions through the application's own `/api/inngest`, so that in development what runs is the code as last saved.
 * That may be another copy of the modules, so no results are handed over while a call goes on.
 */
export const callOverLoopback =
	(origin: string): Caller =>
	async (call) => {
		const response = await fetch(`${origin}/api/inngest?${query(call)}`, {
			method: "POST",
			headers: callHeaders,
			body: JSON.stringify(call.body),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: await response.text(),
		};
	};

/** What the functions ask of an engine, in the words in which the SDK registers them with an Inngest server. */
export async function registrationOf(
	client: Inngest.Any,
	functions: readonly InngestFunction.Any[],
): Promise<unknown[]> {
	const answer = await adapter(
		client,
		functions,
	)({
		method: "PUT",
		query: "",
		headers: { "x-inngest-sync-kind": "in_band" },
		body: { url: "http://embedded/api/inngest" },
	});
	if (answer.status !== 200) throw new Error(`the functions can't be registered: ${answer.body}`);
	return registered.parse(JSON.parse(answer.body)).functions;
}

/** Tells an Inngest server of the functions and of where to call them. Throws when it does not take them. */
export async function registerWithInngest(
	client: Inngest.Any,
	functions: readonly InngestFunction.Any[],
	origin: string,
): Promise<void> {
	const handle = adapter(client, functions, origin);
	const answer = await handle({ method: "PUT", query: "", headers: {}, body: null });
	if (answer.status !== 200) throw new Error(answer.body);
}

const registered = z.object({ functions: z.array(z.unknown()) });
