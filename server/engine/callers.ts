import { type Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import type { Call, CallAnswer, Caller } from "./protocol";

const query = ({ functionAddress, step }: Call): string =>
	`fnId=${encodeURIComponent(functionAddress)}&stepId=${encodeURIComponent(step)}`;

/**
 * Calls functions within this process, through the SDK's own handler: what an adapter for a web framework does, without the
 * web between.
 */
export function callInProcess(client: Inngest.Any, functions: readonly InngestFunction.Any[]): Caller {
	const handle = new InngestCommHandler({
		frameworkName: "embedded",
		client,
		functions,
		handler: (call: Call) => ({
			method: () => "POST",
			url: () => new URL(`http://embedded/api/inngest?${query(call)}`),
			headers: (name: string) => requestHeaders[name] ?? null,
			body: () => call.body,
			transformResponse: (answer: CallAnswer) => answer,
		}),
	}).createHandler();
	return handle;
}

const requestHeaders: Record<string, string> = { "content-type": "application/json", "x-inngest-req-version": "2" };

/**
 * Calls functions through the application's own `/api/inngest`, so that in development what runs is the code as last saved.
 */
export const callOverLoopback =
	(origin: string): Caller =>
	async (call) => {
		const response = await fetch(`${origin}/api/inngest?${query(call)}`, {
			method: "POST",
			headers: requestHeaders,
			body: JSON.stringify(call.body),
		});
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: await response.text(),
		};
	};
