import { describe, expect, test } from "vitest";
import { makeSending } from "./sending";

describe("sending a form", () => {
	test("keeps one key through refusals and lost answers, and takes a new one only after success", async () => {
		const sending = makeSending();
		const key = sending.key();
		await expect(
			sending.alone(async () => {
				throw new TypeError("Failed to fetch");
			}),
		).rejects.toThrow();
		expect(sending.key()).toBe(key);
		await sending.alone(async () => sending.succeeded());
		expect(sending.key()).not.toBe(key);
	});

	test("a second press while the first is under way does nothing", async () => {
		const sending = makeSending();
		let sent = 0;
		let arrive = () => {};
		const first = sending.alone(async () => {
			sent += 1;
			await new Promise<void>((resolve) => {
				arrive = resolve;
			});
		});
		const second = sending.alone(async () => {
			sent += 1;
		});
		await expect(second).resolves.toBe(false);
		arrive();
		await expect(first).resolves.toBe(true);
		expect(sent).toBe(1);
	});

	test("what has failed can be sent again", async () => {
		const sending = makeSending();
		const failing = async () => {
			throw new Error("no");
		};
		await expect(sending.alone(failing)).rejects.toThrow("no");
		await expect(sending.alone(async () => {})).resolves.toBe(true);
	});

	test("two forms have two keys, each a UUID", () => {
		const keys = [makeSending().key(), makeSending().key()];
		expect(new Set(keys).size).toBe(2);
		for (const key of keys)
			expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});
});
