import { afterEach, describe, expect, it, vi } from "vitest";
import { readAtMost, TooSlow } from "./read-body";

const post = (body: BodyInit | ReadableStream, headers: HeadersInit = {}) =>
	new Request("http://cats.example", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body that begins and never ends. */
const endless = (chunk: number, everyMs: number) => {
	let timer: NodeJS.Timeout;
	return new ReadableStream<Uint8Array>({
		start(controller) {
			timer = setInterval(() => controller.enqueue(new Uint8Array(chunk)), everyMs);
		},
		cancel: () => clearInterval(timer),
	});
};

afterEach(() => vi.useRealTimers());

describe("reading a body", () => {
	it("gives all of it", async () => {
		expect(await (await readAtMost(post("meow"), 10, 1000))?.text()).toBe("meow");
	});

	it("gives nothing of one that is too long, whatever length was announced", async () => {
		expect(await readAtMost(post("x".repeat(11)), 10)).toBeNull();
		expect(await readAtMost(post("x", { "content-length": "11" }), 10)).toBeNull();
		expect(await readAtMost(post(endless(1000, 1)), 5000)).toBeNull();
	});

	it("does not wait for one that comes drop by drop", async () => {
		await expect(readAtMost(post(endless(1, 5)), 1_000_000, 50)).rejects.toThrow(TooSlow);
	});

	it("tells a drip from a poor network long before the time is over", async () => {
		vi.useFakeTimers();
		const dripping = readAtMost(post(endless(1, 1000)), 1_000_000, 20_000).then(null, (error) => error);
		const poor = readAtMost(post(endless(3000, 1000)), 1_000_000, 20_000).then(null, () => performance.now());
		const began = performance.now();
		await vi.advanceTimersByTimeAsync(6_000);
		expect(await dripping).toBeInstanceOf(TooSlow);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(Number(await poor) - began).toBeGreaterThanOrEqual(20_000);
	});
});
