import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { faultNames } from "./faults";
import { printed, type Verdict } from "./report";

const root = path.resolve(import.meta.dirname, "../..");

/** What fails can be repeated by its seed. The long run tries other moments each time. */
const seed = process.env.SEED ?? (process.env.LONG_TESTS ? String(Math.floor(Math.random() * 1e9)) : "7");

/** A small company, lived through as `npm run chaos` does. */
const chaos = (...faults: string[]): Promise<{ code: number; verdicts: Verdict[]; said: string }> =>
	new Promise((resolve) => {
		const size = ["--clients", "5", "--workers", "4", "--days", "1", "--seed", seed];
		const env = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, "scripts/tsconfig.run.json") };
		const args = ["--import", "tsx", "scripts/chaos/main.ts", "--json", "--faults", faults.join(","), ...size];
		const child = execFile(process.execPath, args, { cwd: root, env }, (_error, out, said) => {
			const { verdicts } = JSON.parse(out.trim().split("\n").at(-1) || '{"verdicts":[]}');
			resolve({ code: child.exitCode ?? -1, verdicts, said });
		});
	});

test(`a company whose engine is killed ends exactly as one that is left alone, and so do its books (seed ${seed})`, async () => {
	const { code, verdicts, said } = await chaos("none", "engine-killed");
	const broken = verdicts.flatMap(({ fault, findings }) =>
		findings.filter(({ breaches }) => breaches > 0).map(({ holds, breaches }) => `${fault}: ${holds} (${breaches})`),
	);
	expect({ broken, said }).toEqual({ broken: [], said: "" });
	expect(verdicts.map(({ fault, different, holds }) => ({ fault, different, holds }))).toEqual([
		{ fault: "none", different: [], holds: true },
		{ fault: "engine-killed", different: [], holds: true },
	]);
	expect(verdicts[1]?.strikes).toBeGreaterThan(0);
	expect(code).toBe(0);
}, 240_000);

test.runIf(process.env.LONG_TESTS)(
	`every fault leaves a whole company behind (seed ${seed})`,
	async () => {
		const { code, verdicts, said } = await chaos(...faultNames);
		const broken = verdicts.filter(({ holds }) => !holds).map((verdict) => printed(verdict));
		expect({ broken, said, code }).toEqual({ broken: [], said: "", code: 0 });
		expect(verdicts.map(({ fault }) => fault)).toEqual(faultNames);
	},
	1_200_000,
);

test("a fault that there is not is said to be none, with those that there are", async () => {
	const { code, said } = await chaos("earthquake");
	expect(code).toBe(1);
	expect(said).toContain('There is no fault "earthquake". There are: none, several-instances, engine-killed');
});
