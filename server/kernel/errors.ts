/** What a refusal amounts to, in the words of the transport: the error map of tRPC is exhaustive over these. */
export type RefusalStatus =
	| "BAD_REQUEST"
	| "UNAUTHORIZED"
	| "FORBIDDEN"
	| "NOT_FOUND"
	| "CONFLICT"
	| "PRECONDITION_FAILED"
	| "PAYLOAD_TOO_LARGE"
	| "UNSUPPORTED_MEDIA_TYPE"
	| "TOO_MANY_REQUESTS"
	| "SERVICE_UNAVAILABLE";

/** Values that the words of a refusal may use. They are shown to the person, so no secret goes in. */
export type RefusalDetails = Record<string, string | number>;

/** An expected refusal: a rule said no. It has a code, never a stack trace in the person's face. */
export class Refusal extends Error {
	constructor(
		/** `context.reason`, as declared by `defineRefusals`. */
		readonly code: string,
		readonly status: RefusalStatus,
		readonly details: RefusalDetails = {},
	) {
		super(code);
		this.name = "Refusal";
	}
}

/** The fact arrived before what it builds on: the background function tries again later, nothing is dropped. */
export class NotYet extends Error {
	constructor(what: string) {
		super(`not yet: ${what}`);
		this.name = "NotYet";
	}
}

/**
 * Declares a context's refusals once: reason and status. The result throws them by name, and its keys make the map of
 * words in each language exhaustive, so that a refusal without words does not compile.
 */
export function defineRefusals<const Context extends string, const Reasons extends Record<string, RefusalStatus>>(
	context: Context,
	reasons: Reasons,
) {
	return {
		context,
		reasons,
		/** A refusal to throw. */
		because(reason: keyof Reasons & string, details?: RefusalDetails): Refusal {
			return new Refusal(`${context}.${reason}`, reasons[reason] as RefusalStatus, details);
		},
		/** Whether an error is this very refusal. */
		is(error: unknown, reason: keyof Reasons & string): boolean {
			return error instanceof Refusal && error.code === `${context}.${reason}`;
		},
	};
}

/** Refusals that any context may give. */
export const commonRefusals = defineRefusals("common", {
	sign_in_first: "UNAUTHORIZED",
	not_allowed: "FORBIDDEN",
	not_found: "NOT_FOUND",
	idempotency_key_reused: "CONFLICT",
	stale: "CONFLICT",
	too_many: "TOO_MANY_REQUESTS",
	unavailable: "SERVICE_UNAVAILABLE",
});
