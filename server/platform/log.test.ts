import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createLog, withLogContext } from "./log";

function listen(level = "info") {
	const lines: Record<string, unknown>[] = [];
	const log = createLog({ write: (line: string) => void lines.push(JSON.parse(line)) }, level);
	return { log, lines };
}

describe("logs", () => {
	test("are JSON lines with a level, a time and a message", () => {
		const { log, lines } = listen();
		log.info({ orderId: "o1" }, "order placed");
		expect(lines).toEqual([
			{ level: "info", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), orderId: "o1", msg: "order placed" },
		]);
	});

	test("carry the request and the event they belong to, across awaits and side by side", async () => {
		const { log, lines } = listen();
		const request = (requestId: string) =>
			withLogContext({ requestId }, async () => {
				await pause(2);
				log.info("outer");
				await withLogContext({ eventId: `event of ${requestId}` }, async () => {
					await pause(2);
					log.info("inner");
				});
			});
		await Promise.all([request("a"), request("b")]);
		log.info("outside");
		const linesOf = (id?: string) =>
			lines.filter(({ requestId }) => requestId === id).map(({ msg, eventId }) => [msg, eventId]);
		for (const id of ["a", "b"]) {
			expect(linesOf(id)).toEqual([
				["outer", undefined],
				["inner", `event of ${id}`],
			]);
		}
		expect(linesOf(undefined)).toEqual([["outside", undefined]]);
	});

	test("leave out what is below the level", () => {
		const { log, lines } = listen("warn");
		log.info("quiet");
		log.warn("loud");
		expect(lines.map((line) => line.msg)).toEqual(["loud"]);
	});
});

describe("redaction", () => {
	test("hides secrets and personal fields at any depth and keeps the rest", () => {
		const { log, lines } = listen();
		log.info({
			email: "tom@cats.example",
			order: { id: "o1", address: "Roof 3", contact: { phone: "+7 900" }, price: 9500n },
			headers: { authorization: "Bearer abc", Cookie: "session=abc", accept: "*/*" },
			people: [{ workerId: "w1", name: "Tom" }],
			sessionToken: "abc",
			S3_SECRET_KEY: "abc",
			cookieId: "fortune-1",
		});
		const hidden = "[redacted]";
		expect(lines[0]).toMatchObject({
			email: hidden,
			order: { id: "o1", address: hidden, contact: hidden, price: "9500" },
			headers: { authorization: hidden, Cookie: hidden, accept: "*/*" },
			people: [{ workerId: "w1", name: hidden }],
			sessionToken: hidden,
			S3_SECRET_KEY: hidden,
			cookieId: "fortune-1",
		});
	});

	test("keeps of errors what helps, with causes, and drops the values of a failed query", () => {
		const { log, lines } = listen();
		const cause = Object.assign(new Error("duplicate key"), {
			code: "23505",
			detail: "Key (email)=(tom@cats.example)",
		});
		log.error(
			new Error("Failed query: insert …\nparams: tom@cats.example,Roof 3\nby the chimney", { cause }),
			"failed",
		);
		log.error({ err: new Error("again"), note: "private" });
		expect(lines[0]).toMatchObject({
			msg: "failed",
			err: { type: "Error", message: "Failed query: insert …\nparams: [redacted]", cause: { code: "23505" } },
		});
		expect(JSON.stringify(lines)).not.toMatch(/tom@|chimney|private/);
		expect(lines[0]?.err).toHaveProperty("stack", expect.stringContaining("log.test.ts"));
		expect(lines[1]).toMatchObject({ err: { message: "again" } });
	});

	test("survives a value that refers to itself", () => {
		const { log, lines } = listen();
		const loop: Record<string, unknown> = { id: 1 };
		loop.self = loop;
		log.info({ loop });
		expect(lines).toHaveLength(1);
	});
});
