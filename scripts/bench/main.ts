// `npm run bench [-- NAME …] [-- --json]`: measures what spec/5-quality sets bars for. Ends with 0 whether or not a bar holds, and
// with 1 when something could not be measured.
import { parseArgs } from "node:util";
import { applicationBenchmarks, benchApplication } from "./application";
import { benchAttack } from "./attack";
import { type BenchResult, benchEvents } from "./engine";
import { benchLists } from "./lists";
import { benchMatching } from "./matching";
import { jsonLine, paragraph } from "./report";
import { benchScreening } from "./screening";
import { benchWeeklyRun } from "./weekly-run";

const attackBenchmarks = ["attack", "attack-orders", "attack-memory", "attack-apart", "attack-apart-orders"];
const eventBenchmarks = ["events-latency", "events-throughput"];
const listBenchmarks = ["lists", "other-lists", "order-page", "overview"];
const screeningBenchmarks = [
	...[
		"hiring-board",
		"hiring-figures",
		"hiring-table",
		"hiring-percentile",
		"hiring-replay",
		"hiring-experiment",
		"hiring-percentiles",
	],
];
const weekBenchmarks = ["weekly-run", "weekly-run-memory"];
const matchingBenchmarks = ["matching", "matching-ratio", "matching-memory", "matching-throughput"];
const names = [
	...applicationBenchmarks,
	...attackBenchmarks,
	...eventBenchmarks,
	...listBenchmarks,
	...screeningBenchmarks,
	...weekBenchmarks,
	...matchingBenchmarks,
];

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const unknown = positionals.find((name) => !names.includes(name));
/** A name stands for what its name begins, too: `matching` for `matching-ratio`. */
const wanted = (name: string): boolean =>
	positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}-`));
const tell = (result: BenchResult): void => {
	if (wanted(result.name)) console.log(values.json ? jsonLine(result) : paragraph(result));
};

if (unknown === undefined) {
	if (applicationBenchmarks.some(wanted)) await benchApplication(wanted, tell);
	if (attackBenchmarks.some(wanted)) for (const result of await benchAttack()) tell(result);
	if (eventBenchmarks.some(wanted)) for (const result of await benchEvents()) tell(result);
	if (listBenchmarks.some(wanted)) for (const result of await benchLists()) tell(result);
	if (matchingBenchmarks.some(wanted)) for (const result of await benchMatching()) tell(result);
	if (screeningBenchmarks.some(wanted)) for (const result of await benchScreening()) tell(result);
	if (weekBenchmarks.some(wanted)) for (const result of await benchWeeklyRun()) tell(result);
} else {
	console.error(`There is no benchmark "${unknown}". There are: ${names.join(", ")}`);
	process.exitCode = 1;
}
