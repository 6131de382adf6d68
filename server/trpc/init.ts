import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import { Refusal, type RefusalDetails } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";

/** A request's context: what commands take, a place for response headers where there is a response, and the session's token. */
export type RequestCtx = Ctx & { readonly responseHeaders?: Headers; readonly sessionToken?: string | null };

export type RefusalShape = { code: string; details: RefusalDetails };

export const t = initTRPC.context<RequestCtx>().create({
	transformer: superjson,
	errorFormatter({ shape, error, ctx }) {
		const { cause } = error;
		const refusal: RefusalShape | null = cause instanceof Refusal ? { code: cause.code, details: cause.details } : null;
		const invalidFields =
			cause instanceof ZodError ? cause.issues.map(({ path, code }) => ({ path: path.join("."), code })) : [];
		const { code, httpStatus, path } = shape.data;
		// The message of an unexpected error may name tables or people: it goes to the log, not to the browser.
		const message = refusal ? refusal.code : error.code;
		return { ...shape, message, data: { code, httpStatus, path, refusal, invalidFields, requestId: ctx?.requestId } };
	},
});
