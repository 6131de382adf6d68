import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";
import { perProcess } from "@/server/kernel/per-process";

const tracer = trace.getTracer("make-cats-free");
const state = perProcess("tracing", () => ({ on: false }));

/** Whether this process makes spans: making some that nobody gets costs every request its share. */
export const switchTracing = (on: boolean): void => {
	state.on = on;
};

/**
 * Runs a piece of work as a span of the current trace, where this installation is told to trace (`OTEL_*`); elsewhere it just
 * runs it. Attributes name things by id and hold nothing personal.
 */
export function traced<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result> {
	if (!state.on) return work();
	return tracer.startActiveSpan(name, { attributes }, async (span) => {
		try {
			return await work();
		} catch (error) {
			span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : undefined });
			throw error;
		} finally {
			span.end();
		}
	});
}

/** The trace that is under way, for log lines. */
export const traceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;

/** Whether the standard variables of OpenTelemetry ask for traces. Without them its SDK is not even loaded. */
export const tracesWanted = (given: Record<string, string | undefined>): boolean =>
	given.OTEL_SDK_DISABLED !== "true" &&
	given.OTEL_TRACES_EXPORTER !== "none" &&
	[given.OTEL_TRACES_EXPORTER, given.OTEL_EXPORTER_OTLP_ENDPOINT, given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT].some(
		Boolean,
	);
