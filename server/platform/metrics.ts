import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { perProcess } from "@/server/kernel/per-process";
import { env } from "./env";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const make = () => {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const registers = [registry];
	return {
		registry,
		requests: new Histogram({
			registers,
			name: "mcf_http_request_duration_seconds",
			help: "HTTP requests of this instance, by route and status",
			labelNames: ["method", "route", "status"],
			buckets: SECONDS,
		}),
		procedures: new Histogram({
			registers,
			name: "mcf_procedure_duration_seconds",
			help: "Procedures called on this instance, by name and outcome",
			labelNames: ["procedure", "outcome"],
			buckets: SECONDS,
		}),
		functionCalls: new Histogram({
			registers,
			name: "mcf_function_call_duration_seconds",
			help: "Calls of background functions that the embedded engine of this instance made, by function and outcome",
			labelNames: ["function", "outcome"],
			buckets: SECONDS,
		}),
		dispatchedEvents: new Counter({
			registers,
			name: "mcf_events_dispatched_total",
			help: "Events that this instance has turned into runs, or has sent to Inngest",
		}),
	};
};

/** Whether this installation asks for metrics: nothing is measured where nobody can read it. */
export const metered = (): boolean => env().METRICS_TOKEN !== undefined;

/** What this process counts and times. One set for a process, however often the bundler evaluates this module. */
export const instruments = (): ReturnType<typeof make> => perProcess("metrics", make);

/** Starts to time something; call the result with the labels when it has ended. */
export function stopwatch(which: "requests" | "procedures" | "functionCalls") {
	if (!metered()) return () => {};
	const histogram: Histogram<string> = instruments()[which];
	const end = histogram.startTimer();
	return (labels: Record<string, string>): void => void end(labels);
}

export function countDispatched(events: number): void {
	if (events > 0 && metered()) instruments().dispatchedEvents.inc(events);
}
