import { describe, expect, test } from "vitest";
import { createBell } from "@/server/platform/bell";
import { createBatcher } from "./batch";

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("group commit", () => {
	test("flushes at once when idle, and together what came in meanwhile", async () => {
		const flushed: number[][] = [];
		const batcher = createBatcher<number>(
			async (items) => {
				flushed.push(items);
				await later();
			},
			{ most: 3 },
		);
		await Promise.all([1, 2, 3, 4, 5, 6].map((item) => batcher.add(item)));
		expect(flushed).toEqual([[1], [2, 3, 4], [5, 6]]);
	});

	test("lingers for company when asked to, but not when it has enough", async () => {
		const flushed: number[][] = [];
		let ms = 20;
		const batcher = createBatcher<number>(async (items) => void flushed.push(items), { most: 3, linger: () => ms });
		const first = [1, 2].map((item) => batcher.add(item));
		await later();
		await Promise.all([...first, batcher.add(3)]);
		expect(flushed).toEqual([[1, 2, 3]]);
		ms = 0;
		await batcher.add(4);
		expect(flushed).toEqual([[1, 2, 3], [4]]);
	});

	test("one bad item fails only itself", async () => {
		const batcher = createBatcher<number>(
			async (items) => {
				await later();
				if (items.includes(3)) throw new Error("bad");
			},
			{ most: 10 },
		);
		const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batcher.add(item)));
		expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
	});
});

describe("a bell", () => {
	test("that rang while nobody slept wakes the next sleeper", async () => {
		const bell = createBell();
		bell.ring();
		await bell.sleep(60_000);
		let awake = false;
		const sleeping = bell.sleep(60_000).then(() => {
			awake = true;
		});
		await later();
		expect(awake).toBe(false);
		bell.ring();
		await sleeping;
	});
});
