import type { RefusalDetails } from "@/server/kernel/errors";

/** What went wrong, as far as words need to know it. */
export type Trouble =
	| { kind: "refusal"; code: string; details: RefusalDetails }
	| { kind: "generic"; reason: "unexpected" | "bad_input" | "no_network" | "too_many" | "too_large" };

type ErrorData = {
	code?: string;
	httpStatus?: number;
	refusal?: { code: string; details: RefusalDetails } | null;
	invalidFields?: readonly { path: string; code: string }[];
};

/** What a procedure, or a route such as the upload of a photo, answered instead of doing as asked. */
export class RefusedRequest extends Error {
	constructor(readonly data: ErrorData) {
		super(data.refusal?.code ?? data.code ?? `HTTP ${data.httpStatus}`);
		this.name = "RefusedRequest";
	}
}

const dataOf = (error: unknown): ErrorData | null => (error instanceof RefusedRequest ? error.data : null);

/** Reads an error as it comes from a procedure, from the network or from nowhere. */
export function troubleOf(error: unknown): Trouble {
	const data = dataOf(error);
	if (data?.refusal) return { kind: "refusal", ...data.refusal };
	if (data?.code === "UNAUTHORIZED") return { kind: "refusal", code: "common.sign_in_first", details: {} };
	if (data?.code === "FORBIDDEN") return { kind: "refusal", code: "common.not_allowed", details: {} };
	if (data?.code === "NOT_FOUND") return { kind: "refusal", code: "common.not_found", details: {} };
	if (data?.code === "BAD_REQUEST") return { kind: "generic", reason: "bad_input" };
	if (data?.code === "TOO_MANY_REQUESTS") return { kind: "generic", reason: "too_many" };
	if (data?.code === "PAYLOAD_TOO_LARGE") return { kind: "generic", reason: "too_large" };
	if (isNetworkError(error)) return { kind: "generic", reason: "no_network" };
	return { kind: "generic", reason: "unexpected" };
}

/** The names of the fields that the server could not use. */
export const invalidFieldsOf = (error: unknown): readonly string[] =>
	(dataOf(error)?.invalidFields ?? []).map((field) => field.path);

/** Whether the answer was: sign in first. */
export const isUnauthorized = (error: unknown): boolean => dataOf(error)?.code === "UNAUTHORIZED";

/** Trying the same again can help only where the answer was not a decision. */
export function isWorthRetrying(error: unknown): boolean {
	const status = dataOf(error)?.httpStatus;
	return status === undefined || status >= 500;
}

/** `fetch` rejects with a TypeError when no answer came. */
const isNetworkError = (error: unknown): boolean => error instanceof TypeError;
