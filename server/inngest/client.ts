import { Inngest } from "inngest";
import { embeddedFetch } from "@/server/engine/fetch";
import { env } from "@/server/platform/env";
import { EarlyFactsAreRetried } from "./early-facts";
import { StepsAreKept } from "./kept-steps";
import { sdkLog } from "./sdk-log";

/** Whether background functions run on this application's own engine: so it is unless the environment has Inngest's keys. */
export const embedded = (): boolean => env().INNGEST_EVENT_KEY === undefined;

/**
 * The SDK's client. Keys and address of a real Inngest come from the environment, which the SDK reads by itself. Which engine
 * it is gets decided at the first use, so that importing a function needs no environment.
 */
export const inngest = new Inngest({
	id: "mcf",
	get isDev() {
		return embedded();
	},
	fetch: (input, init) => (embedded() ? embeddedFetch(input, init) : fetch(input, init)),
	middleware: [StepsAreKept, EarlyFactsAreRetried],
	logger: sdkLog,
	aiMetadata: false,
});
