import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { redacted } from "./redact";
import { traceId } from "./tracing";

/** What each line of a piece of work carries. */
type LogContext = { requestId?: string; eventId?: string; functionId?: string; procedure?: string };

type Shared = { mcfLogContext?: AsyncLocalStorage<LogContext> };

/** One storage for the process: the bundler may evaluate this module once for pages and once for background work. */
const shared = globalThis as Shared;
shared.mcfLogContext ??= new AsyncLocalStorage<LogContext>();
const storage = shared.mcfLogContext;

/** Adds fields to every line that `work` logs, across awaits, and to those of the work around it. */
export const withLogContext = <Result>(fields: LogContext, work: () => Result): Result =>
	storage.run({ ...storage.getStore(), ...fields }, work);

/** A logger that writes to a stream of its own; the house logs through `log`. */
export const createLog = (destination: pino.DestinationStream, level: string): pino.Logger =>
	pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			mixin: () => ({ ...storage.getStore(), traceId: traceId() }),
			formatters: {
				level: (label) => ({ level: label }),
				log: redacted,
			},
			// `redacted` has made plain values of errors.
			serializers: { err: (error: unknown) => error },
		},
		destination,
	);

/** JSON lines on stdout, with secrets and personal fields left out. */
export const log: pino.Logger = createLog(pino.destination(1), knownLevel(process.env.LOG_LEVEL));

/** Logging works before the environment is checked; the check names a wrong level. */
function knownLevel(asked: string | undefined): string {
	return asked !== undefined && (asked === "silent" || asked in pino.levels.values) ? asked : "info";
}
