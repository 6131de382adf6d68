import { beforeAll, describe, expect, test, vi } from "vitest";
import { aPerson } from "@/server/contexts/identity/testing";

const TOKEN = "the token that the metrics server knows";

const ask = async (authorization?: string) => {
	const { handleMetrics } = await import("./metrics");
	return handleMetrics(
		new Request("http://localhost:3000/api/metrics", { headers: authorization ? { authorization } : {} }),
	);
};

describe("without a token in the environment", () => {
	test("there are no metrics, whatever the request says", async () => {
		vi.resetModules();
		expect((await ask()).status).toBe(404);
		expect((await ask("Bearer undefined")).status).toBe(404);
	});
});

describe("with a token", () => {
	beforeAll(() => {
		vi.resetModules();
		process.env.METRICS_TOKEN = TOKEN;
	});

	test.each([undefined, "Bearer", `Bearer ${TOKEN}x`, TOKEN, `Basic ${TOKEN}`])(
		"they are not there for %s",
		async (said) => {
			expect((await ask(said)).status).toBe(404);
		},
	);

	test("Prometheus reads the process, requests, procedures, functions, outbox, runs, orders and pools", async () => {
		const { call } = await import("@/server/trpc/testing");
		const { countDispatched, stopwatch } = await import("@/server/platform/metrics");
		await call("ordering.officeOrders", {}, aPerson("manager"));
		await expect(call("ordering.officeOrders", {}, aPerson("client"))).rejects.toThrow();
		stopwatch("requests")({ method: "GET", route: "/orders/[orderId]", status: "200" });
		stopwatch("functionCalls")({ function: "matching/match-order", outcome: "completed" });
		countDispatched(3);
		const answer = await ask(`Bearer ${TOKEN}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
		const lines = (await answer.text()).split("\n");
		const value = (start: string) =>
			lines
				.find((line) => line.startsWith(start))
				?.split(" ")
				.at(-1);
		expect(value("process_cpu_seconds_total")).toBeDefined();
		expect(value('mcf_http_request_duration_seconds_count{method="GET",route="/orders/[orderId]",status="200"}')).toBe(
			"1",
		);
		expect(value('mcf_procedure_duration_seconds_count{procedure="ordering.officeOrders",outcome="answered"}')).toBe(
			"1",
		);
		expect(value('mcf_procedure_duration_seconds_count{procedure="ordering.officeOrders",outcome="refused"}')).toBe(
			"1",
		);
		expect(value('mcf_function_call_duration_seconds_count{function="matching/match-order",outcome="completed"}')).toBe(
			"1",
		);
		expect(value("mcf_events_dispatched_total")).toBe("3");
		expect(value("mcf_outbox_waiting")).toBe("0");
		expect(value("mcf_outbox_oldest_seconds")).toBe("0");
		expect(value('mcf_engine_calls{state="due"}')).toBe("0");
		expect(value('mcf_database_connections{pool="queries",state="idle"}')).toMatch(/^[1-9]/);
		expect(value("mcf_database_pool_size")).toBe("10");
	});
});
