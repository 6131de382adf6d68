import type { Logger } from "inngest";
import { RetryAfterError } from "inngest";
import { NotYet } from "@/server/kernel/errors";
import { log } from "@/server/platform/log";

/** The house's log for the SDK, which reports every step that throws as an error. That a fact is early is none. */
export const sdkLog: Logger = {
	debug: (...args) => write("debug", args),
	info: (...args) => write("info", args),
	warn: (...args) => write("warn", args),
	error: (...args) => write(isEarly(args[0]) ? "debug" : "error", args),
};

/** The SDK speaks as the log does: fields and then words, or words alone. */
function write(level: "debug" | "info" | "warn" | "error", [first, ...rest]: unknown[]): void {
	if (typeof first === "object" && first !== null) log[level](first, rest.map(String).join(" "));
	else log[level]([first, ...rest].map(String).join(" "));
}

const isEarly = (fields: unknown): boolean => {
	const err = typeof fields === "object" && fields !== null && "err" in fields ? fields.err : undefined;
	return err instanceof RetryAfterError && err.cause instanceof NotYet;
};
