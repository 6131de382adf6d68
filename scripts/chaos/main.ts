import { execFile } from "node:child_process";
import { loadavg } from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { type Fault, type FaultName, faultNames, faults } from "./faults";
import { type CompanyReport, judge, printed, type Size } from "./report";

const { values } = parseArgs({
	options: {
		faults: { type: "string", default: faultNames.join(",") },
		seed: { type: "string", default: "7" },
		clients: { type: "string", default: "60" },
		workers: { type: "string", default: "40" },
		days: { type: "string", default: "7" },
		list: { type: "boolean", default: false },
		json: { type: "boolean", default: false },
	},
});
const MOST_OUTPUT = 64 * 2 ** 20;

function asked(): { names: FaultName[]; size: Size } {
	const size = { clients: Number(values.clients), workers: Number(values.workers), days: Number(values.days) };
	for (const [name, value] of Object.entries(size)) {
		if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
	}
	const given = values.faults.split(",");
	const unknown = given.find((name) => !faultNames.some((known) => known === name));
	if (unknown !== undefined) throw new Error(`There is no fault "${unknown}". There are: ${faultNames.join(", ")}`);
	return { names: faultNames.filter((name) => given.includes(name)), size };
}

/** Lets a company live under a fault, in a process of its own, so that nothing of one is left for the next. */
async function companyUnder(name: FaultName, size: Size): Promise<CompanyReport> {
	const script = path.join(import.meta.dirname, "company.ts");
	const given = JSON.stringify({ name, size, seed: values.seed });
	const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, given], {
		maxBuffer: MOST_OUTPUT,
	});
	return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as CompanyReport;
}

if (values.list) {
	for (const name of faultNames) console.log(`${name.padEnd(18)} ${faults[name].what}`);
} else {
	const { names, size } = asked();
	const tell = (line: string) => values.json || console.log(line);
	tell(
		`${size.clients} clients, ${size.workers} workers, ${size.days} days, seed ${values.seed}; load ${loadavg()[0]?.toFixed(1)} at the beginning\n`,
	);
	const compares = names.some((name) => name !== "none" && faults[name].endsTheSame);
	const undisturbed = compares || names.includes("none") ? await companyUnder("none", size) : null;
	const verdicts = [];
	for (const name of names) {
		const fault: Fault = faults[name];
		const company = name === "none" && undisturbed ? undisturbed : await companyUnder(name, size);
		const verdict = judge(company, fault.endsTheSame ? undisturbed : null);
		verdicts.push(verdict);
		tell(`${printed(verdict)}\n`);
	}
	const broken = verdicts.filter(({ holds }) => !holds).length;
	if (values.json) console.log(JSON.stringify({ ...size, seed: values.seed, verdicts }));
	else console.log(broken === 0 ? "Everything holds." : `${broken} of ${verdicts.length} do not hold.`);
	process.exitCode = broken === 0 ? 0 : 1;
}
