import type { FaultName } from "./faults";

export type Size = { clients: number; workers: number; days: number };

/** What became of a company under a fault. */
export type CompanyReport = {
	fault: FaultName;
	what: string;
	orders: Record<string, number>;
	/** How often the fault struck, and how often people had to begin anew because of it. */
	strikes: number;
	interruptions: number;
	seconds: number;
	findings: { holds: string; breaches: number }[];
	/** The whole company in words that know no ids and no clock. */
	fingerprint: string[];
};

/** A company's report, held to the one that lived undisturbed. */
export type Verdict = Omit<CompanyReport, "fingerprint"> & {
	/** Orders that ended otherwise than undisturbed; null where that is not to be expected. */
	different: number | null;
	holds: boolean;
};

export function judge(company: CompanyReport, undisturbed: CompanyReport | null): Verdict {
	const { fingerprint, ...report } = company;
	const known = new Set(undisturbed?.fingerprint);
	const different = undisturbed
		? fingerprint.filter((line) => !known.has(line)).length +
			Math.max(0, undisturbed.fingerprint.length - fingerprint.length)
		: null;
	return {
		...report,
		different,
		holds: (different ?? 0) === 0 && report.findings.every(({ breaches }) => breaches === 0),
	};
}

const ordersOf = ({ orders }: Verdict): number => Object.values(orders).reduce((sum, count) => sum + count, 0);

/** One company's report as lines for a terminal. */
export function printed(verdict: Verdict): string {
	const { fault, what, strikes, interruptions, seconds, findings, different, holds } = verdict;
	const broken = findings.filter(({ breaches }) => breaches > 0);
	return [
		`${holds ? "holds " : "BROKEN"} ${fault}: ${what}`,
		`       ${ordersOf(verdict)} orders in ${seconds} s; it struck ${strikes} times, people began anew ${interruptions} times`,
		...(different === null ? [] : [`       ${different} orders ended otherwise than undisturbed`]),
		...broken.map(({ holds: rule, breaches }) => `       BROKEN ${rule} (${breaches})`),
		...(broken.length === 0 ? [`       all ${findings.length} rules hold`] : []),
	].join("\n");
}
