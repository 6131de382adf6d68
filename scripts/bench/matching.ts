import type { BenchResult } from "./engine";
import { inOwnProcess } from "./own-process";

const SIZES = (process.env.BENCH_WORKERS ?? "1000,10000,100000").split(",").map(Number);

/** What one size of pool was measured to be. */
export type Measured = {
	workers: number;
	/** Milliseconds for one order, from the command's call to its commit; and for the bare query with the same answer. */
	p95: number;
	middle: number;
	bare: number;
	ratio: number;
	rounds: number;
	megabytes: number;
	/** Orders a second, placed and matched; only where that was measured. */
	throughput: { perSecond: number; orders: number; overlaps: number } | null;
	load: string;
};

/** One order among more and more workers, each size in a process and on a PostgreSQL of its own. It takes some minutes. */
export async function benchMatching(): Promise<BenchResult[]> {
	const measured: Measured[] = [];
	for (const size of SIZES) measured.push(await inOwnProcess<Measured>("matching-process.ts", [`${size}`]));
	return resultsOf(measured);
}

function resultsOf(measured: readonly Measured[]): BenchResult[] {
	const [smallest, largest] = [measured[0], measured.at(-1)];
	const busy = measured.find(({ throughput }) => throughput !== null);
	if (!smallest || !largest) throw new Error("nothing was measured");
	const each = measured
		.map(
			({ workers, p95, middle, bare, ratio }) =>
				`${workers} workers: p95 ${p95} ms, middle ${middle} ms, ${ratio} × bare SQL (${bare} ms)`,
		)
		.join("; ");
	const grown = (largest.p95 / smallest.p95).toFixed(1);
	return [
		{
			...{ name: "matching", value: largest.p95, unit: "ms", holds: largest.p95 <= 50 },
			bar: `p95 of matching one order among ${largest.workers} workers by six steps: at most 50 ms`,
			note: `${each}; ${largest.rounds} orders each, from the call to the commit; from the smallest pool to the largest × ${grown}; load ${largest.load}`,
		},
		{
			...{ name: "matching-ratio", value: largest.ratio, unit: "×", holds: largest.ratio <= 2 },
			bar: "matching one order: at most twice as long as one hand-written SQL query with the same answer",
			note: `medians of ${largest.rounds} alternating rounds on one database; each answer was compared`,
		},
		{
			...{ name: "matching-memory", value: largest.megabytes, unit: "MB", holds: true },
			bar: "memory for the pool of a process (told, no bar)",
			note: measured.map(({ workers, megabytes }) => `${workers} workers: ${megabytes} MB`).join("; "),
		},
		...(busy?.throughput ? [throughputOf(busy.workers, busy.throughput)] : []),
	];
}

const throughputOf = (
	workers: number,
	{ perSecond, orders, overlaps }: NonNullable<Measured["throughput"]>,
): BenchResult => ({
	...{ name: "matching-throughput", value: perSecond, unit: "orders/s", holds: perSecond >= 50 && overlaps === 0 },
	bar: `orders placed and matched among ${workers} workers: at least 50 a second, no overlap`,
	note: `${orders} orders, eight at a time; ${overlaps} overlaps`,
});
