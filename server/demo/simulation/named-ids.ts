import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { takeIdsFrom } from "@/server/kernel/ids";

/** All named ids lie before the first day of the house, so that what people make afterwards sorts behind them. */
const BEFORE_ALL = Date.UTC(2025, 0, 1);

const naming = new AsyncLocalStorage<{ name: string; count: number }>();

takeIdsFrom(() => {
	const named = naming.getStore();
	if (!named) return undefined;
	named.count += 1;
	const random = createHash("sha256").update(`${named.name}\u0000${named.count}`).digest();
	return v7({ msecs: BEFORE_ALL + named.count, random });
});

/** What `work` makes gets ids that follow from the name: matching draws lots by ids, and the same company must draw the same. */
export const withIdsNamed = <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
	naming.run({ name, count: 0 }, work);
