import { z } from "zod";
import { rawSql } from "@/db/client";
import { handOver } from "./handover";
import { NOT_ON_THIS_ENGINE } from "./protocol";
import { sendEvents } from "./send-events";

const EVENTS = /^\/e\//;
const STEPS = /^\/v1\/checkpoint\/[^/]+\/async$/;

/**
 * Stands in for the network between the SDK and an Inngest server, so that nothing leaves the process: events that functions
 * send go to the outbox, and results of steps are taken over.
 */
export const embeddedFetch: typeof fetch = async (input, init) => {
	const { pathname } = new URL(input instanceof Request ? input.url : input);
	const body: unknown = JSON.parse(z.string().parse(init?.body ?? "null"));
	if (EVENTS.test(pathname)) return Response.json({ ids: await sendEvents(rawSql(), body), status: 200 });
	if (STEPS.test(pathname)) {
		handOver(body);
		return Response.json({});
	}
	throw new Error(`${pathname} ${NOT_ON_THIS_ENGINE}`);
};
