import { z } from "zod";
import { orderId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";
import { assignmentNumber, instantText } from "./_parts";

const aboutKit = z.object({
	orderId,
	workerId,
	assignment: assignmentNumber,
	by: z.string(),
	/** Business time, later than that of every earlier event of this kit: of two that contradict each other the later holds. */
	at: instantText,
});
const kitEvent = <const Name extends string>(what: Name, meaning: string) =>
	defineEvent(`supplies/kit.${what}`, {
		version: 1,
		meaning,
		schema: aboutKit,
		subjects: ["orderId", "workerId"],
		visibleTo: { worker: ["orderId", "at"], warehouse: ["orderId", "workerId", "by", "at"] },
	});

export const kitRequested = kitEvent("requested", "The warehouse has a kit to assemble.");
export const kitReady = kitEvent("ready", "The kit is complete and waits for its worker.");
export const kitIssued = kitEvent("issued", "The worker has the kit.");
export const kitIssueUndone = kitEvent("issue-undone", "The kit was marked as issued by mistake.");
export const kitReturned = kitEvent("returned", "The kit is back on the shelf.");

const aboutCookie = z.object({ orderId, assignment: assignmentNumber, at: instantText });
const cookieEvent = <const Name extends string>(what: Name, meaning: string) =>
	defineEvent(`supplies/cookie.${what}`, {
		version: 1,
		meaning,
		schema: aboutCookie,
		subjects: ["orderId"],
		visibleTo: { warehouse: ["orderId", "at"] },
	});

export const cookieOrdered = cookieEvent("ordered", "The contractor bakes the fortune cookie.");
export const cookieArrived = cookieEvent("arrived", "The cookie is at the warehouse.");
export const cookieGivenUp = cookieEvent("given-up", "The cookie does not come; the kit goes without it.");

export const sandboxCookieAccepted = defineEvent("supplies/sandbox-cookie.accepted", {
	version: 1,
	meaning: "Demo mode's own contractor took an order for a cookie and bakes.",
	schema: z.object({ order: orderId, reference: z.string(), readyAt: instantText }),
	subjects: [],
});
