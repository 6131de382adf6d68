import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kitReady } from "@/server/events/catalog/supplies";
import { publish } from "@/server/events/publish";
import { newId, type OrderId, type WorkerId } from "@/server/kernel/ids";
import { createCtx } from "./context";
import { withTransaction } from "./database";
import { tracesWanted } from "./tracing";

describe("traces are wanted", () => {
	test.each([
		{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.example:4318" },
		{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://collector.example:4318/v1/traces" },
		{ OTEL_TRACES_EXPORTER: "console" },
	])("by %o", (given) => {
		expect(tracesWanted(given)).toBe(true);
	});

	test.each([
		{},
		{ OTEL_SERVICE_NAME: "cats" },
		{ OTEL_TRACES_EXPORTER: "none", OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.example:4318" },
		{ OTEL_SDK_DISABLED: "true", OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.example:4318" },
		{ OTEL_EXPORTER_OTLP_ENDPOINT: "" },
	])("not by %o", (given) => {
		expect(tracesWanted(given)).toBe(false);
	});
});

type Sent = { name: string; traceId: string; attributes: { key: string; value: { stringValue?: string } }[] };

describe("with a collector", () => {
	let collector: Server;
	const sent: Sent[] = [];
	const paths = new Set<string>();

	beforeAll(async () => {
		collector = createServer((request, response) => {
			let body = "";
			request.on("data", (chunk) => (body += chunk));
			request.on("end", () => {
				paths.add(request.url ?? "");
				for (const { scopeSpans } of JSON.parse(body).resourceSpans)
					for (const { spans } of scopeSpans) sent.push(...spans);
				response.setHeader("content-type", "application/json").end("{}");
			});
		}).listen(0);
		await new Promise((resolve) => collector.once("listening", resolve));
		const address = collector.address();
		process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
		process.env.OTEL_EXPORTER_OTLP_PROTOCOL = "http/json";
	});
	afterAll(() => new Promise((resolve) => collector.close(resolve)));

	test("procedures and background functions are spans, with the request's and the event's id, and nothing else leaves", async () => {
		const { startTracing } = await import("./start-tracing");
		const { reaction } = await import("@/server/inngest/define");
		const { startTestEngine } = await import("@/server/engine/testing");
		const { createCaller } = await import("@/server/trpc/root");
		const tracing = startTracing();
		const engine = await startTestEngine([
			reaction({ id: "try/trace", on: kitReady, run: ({ step }) => step.run("look", () => null) }),
		]);
		const ctx = createCtx();
		await createCaller(ctx).identity.me();
		await withTransaction(ctx, (tx) =>
			publish(tx, kitReady, {
				orderId: newId<OrderId>(),
				workerId: newId<WorkerId>(),
				assignment: 1,
				by: "Marfa",
				at: "2026-11-22T10:00:00.000Z",
			}),
		);
		await engine.settle();
		await engine.stop();
		await tracing.stop();
		const attributesOf = (name: string) =>
			sent
				.filter((span) => span.name === name)
				.map(({ attributes }) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue])));
		expect(attributesOf("identity.me")).toEqual([{ "mcf.request_id": ctx.requestId }]);
		expect(attributesOf("try/trace").length).toBeGreaterThan(0);
		expect(attributesOf("try/trace")[0]?.["mcf.event_id"]).toMatch(/^[0-9a-f-]{36}$/);
		expect([...paths]).toEqual(["/v1/traces"]);
		expect(JSON.stringify(sent)).not.toContain("Marfa");
	});
});
