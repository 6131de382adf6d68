// `npm run chaos -- --faults engine-killed,database-killed --seed 7 --clients 40 --workers 25 --days 7 [--json]`: lets a company live
// while things break, each fault on a company and a database of its own, and reports. Ends with 1 when something that must hold
// does not. `npm run chaos -- --list` names the faults.
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

/** What was asked for can't be had. */
class WrongWord extends Error {}

function asked(): { names: FaultName[]; size: Size } {
	const size = { clients: Number(values.clients), workers: Number(values.workers), days: Number(values.days) };
	for (const [name, value] of Object.entries(size)) {
		if (!Number.isInteger(value) || value < 1) throw new WrongWord(`--${name} must be a whole number above 0`);
	}
	const given = values.faults.split(",");
	const unknown = given.find((name) => !faultNames.some((known) => known === name));
	if (unknown !== undefined) throw new WrongWord(`There is no fault "${unknown}". There are: ${faultNames.join(", ")}`);
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

async function run({ names, size }: ReturnType<typeof asked>): Promise<boolean> {
	const tell = (line: string) => values.json || console.log(line);
	const load = loadavg()[0]?.toFixed(1);
	tell(
		`${size.clients} clients, ${size.workers} workers, ${size.days} days, seed ${values.seed}; load ${load} at the beginning\n`,
	);
	const compares = names.some((name) => faults[name].endsTheSame);
	const undisturbed = compares ? await companyUnder("none", size) : null;
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
	return broken === 0;
}

if (values.list) for (const name of faultNames) console.log(`${name.padEnd(18)} ${faults[name].what}`);
else {
	try {
		process.exitCode = (await run(asked())) ? 0 : 1;
	} catch (error) {
		console.error(error instanceof WrongWord ? error.message : error);
		process.exitCode = 1;
	}
}
