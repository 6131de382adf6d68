import { createHash } from "node:crypto";
import type { Simulated } from "@/server/demo/simulate";

const money = (hundredths: string): string =>
	`${(Number(hundredths) / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })} CTU`;
const heading = (words: string): string => `\n${words}\n${"-".repeat(words.length)}`;

type Machine = { seconds: number; processor: number; load: string };

/** The report of a simulation as lines for a terminal. */
export function printed({ fingerprint, ...report }: Simulated, { seconds, processor, load }: Machine): string {
	const { orders, assigned, money: sums, events, runs, findings } = report;
	const total = Object.values(orders).reduce((sum, count) => sum + count, 0);
	const broken = findings.filter(({ breaches }) => breaches > 0);
	return [
		heading(`${total} orders`),
		...Object.entries(orders).map(([what, count]) => `${String(count).padStart(6)}  ${what}`),
		heading("Time to assign"),
		`business time   p50 ${assigned.businessP50.toFixed(1)} s, p95 ${assigned.businessP95.toFixed(1)} s`,
		`machine's time  p50 ${assigned.systemP50Ms.toFixed(0)} ms, p95 ${assigned.systemP95Ms.toFixed(0)} ms`,
		heading("Money"),
		`charged to clients   ${money(sums.charged)}`,
		`earned by workers    ${money(sums.earned)}`,
		`penalties            ${money(sums.penalties)}`,
		heading("What must hold"),
		...findings.map(
			({ holds, breaches }) => `${breaches === 0 ? "holds " : "BROKEN"} ${holds}${breaches ? ` (${breaches})` : ""}`,
		),
		heading("The machine"),
		`${seconds.toFixed(1)} s, of which Node computed ${processor.toFixed(1)} s; load at the beginning ${load}`,
		`${events} events (${(events / seconds).toFixed(0)}/s), ${runs} background runs (${(runs / seconds).toFixed(0)}/s)`,
		`the company's fingerprint: ${createHash("sha256").update(fingerprint.join("\n")).digest("hex").slice(0, 16)}`,
		broken.length === 0 ? "\nEverything holds." : `\n${broken.length} of ${findings.length} do not hold.`,
	].join("\n");
}
