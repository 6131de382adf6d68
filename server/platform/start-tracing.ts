import { NodeSDK } from "@opentelemetry/sdk-node";
import { switchTracing } from "./tracing";

/**
 * Starts OpenTelemetry as its standard variables say: exporter, endpoint, headers, sampler, resource. Only traces leave: logs go
 * to stdout, metrics are fetched from `/api/metrics`. What is still held back is sent when the process is told to stop.
 */
export function startTracing(): { stop(): Promise<void> } {
	process.env.OTEL_SERVICE_NAME ||= "make-cats-free";
	process.env.OTEL_METRICS_EXPORTER = "none";
	process.env.OTEL_LOGS_EXPORTER = "none";
	const sdk = new NodeSDK({ instrumentations: [] });
	sdk.start();
	switchTracing(true);
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void sdk.shutdown());
	return { stop: () => sdk.shutdown() };
}
