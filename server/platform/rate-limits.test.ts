import { describe, expect, it } from "vitest";
import { newId } from "@/server/kernel/ids";
import { networkOf, takeOne } from "./rate-limits";

const began = new Date("2026-11-23T10:00:00Z");
const later = (seconds: number) => new Date(began.getTime() + seconds * 1000);

describe("a rate limit", () => {
	it("lets a burst through, then says how long to wait, then one after the other", () => {
		const limit = { name: newId<string>(), burst: 3, perMinute: 6 };
		const take = (seconds: number) => takeOne(limit, "a", later(seconds));
		expect([take(0), take(0), take(0)]).toEqual([null, null, null]);
		expect([take(0), take(4)]).toEqual([10, 6]);
		expect([take(10), take(10)]).toEqual([null, 10]);
		expect([take(60), take(60), take(60), take(60)]).toEqual([null, null, null, 10]);
	});

	it("counts each one by itself", () => {
		const limit = { name: newId<string>(), burst: 1, perMinute: 1 };
		expect([takeOne(limit, "a", began), takeOne(limit, "b", began), takeOne(limit, "a", began)]).toEqual([
			null,
			null,
			60,
		]);
	});

	it("keeps a bounded number of them, whoever asks", () => {
		const limit = { name: newId<string>(), burst: 1, perMinute: 1 };
		takeOne(limit, "first", began);
		for (let index = 0; index < 50_000; index++) takeOne(limit, `junk ${index}`, began);
		expect(takeOne(limit, "first", began)).toBeNull();
		expect(takeOne(limit, "junk 49999", began)).toBe(60);
	});
});

describe("a network", () => {
	it.each([
		["203.0.113.7", "203.0.113"],
		["203.0.113.250", "203.0.113"],
		["::ffff:203.0.113.9", "203.0.113"],
		["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2"],
		["2001:0DB8:0001:0002::5", "2001:db8:1:2"],
		["::1", "0:0:0:0"],
		["fe80::1%eth0", "fe80:0:0:0"],
	])("of %s is %s", (address, network) => {
		expect(networkOf(address)).toBe(network);
	});
});
