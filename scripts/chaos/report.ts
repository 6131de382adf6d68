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
	/** Orders that ended otherwise than undisturbed, in words; null where that is not to be expected. */
	different: string[] | null;
	holds: boolean;
};

const MOST_LINES = 40;

export function judge(company: CompanyReport, undisturbed: CompanyReport | null): Verdict {
	const { fingerprint, ...report } = company;
	const different = undisturbed && [
		...without(undisturbed.fingerprint, fingerprint).map((line) => `undisturbed: ${line}`),
		...without(fingerprint, undisturbed.fingerprint).map((line) => `${company.fault}: ${line}`),
	];
	return {
		...report,
		different,
		holds: !different?.length && report.findings.every(({ breaches }) => breaches === 0),
	};
}

const without = (lines: string[], others: string[]): string[] => lines.filter((line) => !others.includes(line));

const ordersOf = ({ orders }: Verdict): number => Object.values(orders).reduce((sum, count) => sum + count, 0);

/** One company's report as lines for a terminal. */
export function printed(verdict: Verdict): string {
	const { fault, what, strikes, interruptions, seconds, findings, different, holds } = verdict;
	const broken = findings.filter(({ breaches }) => breaches > 0);
	return [
		`${holds ? "holds " : "BROKEN"} ${fault}: ${what}`,
		`       ${ordersOf(verdict)} orders in ${seconds} s; it struck ${strikes} times, people began anew ${interruptions} times`,
		...(different === null
			? []
			: [`       ${different.length === 0 ? "no" : "some"} orders ended otherwise than undisturbed`]),
		...(different ?? []).slice(0, MOST_LINES).map((line) => `         ${line}`),
		...broken.map(({ holds: rule, breaches }) => `       BROKEN ${rule} (${breaches})`),
		...(broken.length === 0 ? [`       all ${findings.length} rules hold`] : []),
	].join("\n");
}
