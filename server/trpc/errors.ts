import { TRPCError } from "@trpc/server";
import { commonRefusals, NotYet, Refusal, type RefusalStatus } from "@/server/kernel/errors";
import { databaseIsAway } from "@/server/platform/database";

/** What each kind of refusal is to tRPC. Exhaustive: a new status without a code does not compile. */
const codes: Record<RefusalStatus, TRPCError["code"]> = {
	BAD_REQUEST: "BAD_REQUEST",
	UNAUTHORIZED: "UNAUTHORIZED",
	FORBIDDEN: "FORBIDDEN",
	NOT_FOUND: "NOT_FOUND",
	CONFLICT: "CONFLICT",
	PRECONDITION_FAILED: "PRECONDITION_FAILED",
	PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
	UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
	TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
	SERVICE_UNAVAILABLE: "SERVICE_UNAVAILABLE",
};

/** A command's error as tRPC wants it. What is not a refusal stays what it is: an internal error. */
export function toTrpcError(error: unknown): unknown {
	if (error instanceof Refusal) return new TRPCError({ code: codes[error.status], cause: error });
	if (databaseIsAway(error))
		return new TRPCError({ code: codes.SERVICE_UNAVAILABLE, cause: commonRefusals.because("unavailable") });
	if (error instanceof NotYet) return new TRPCError({ code: "CONFLICT", cause: error });
	return error;
}
