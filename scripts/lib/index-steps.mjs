import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const HOME = path.resolve(import.meta.dirname, "../../server/contexts/matching/steps");

const camel = (name) => name.replace(/-([a-z0-9])/g, (_dash, letter) => letter.toUpperCase());

/** The list of all steps, as its file is to be: every file in the folder but tests and what begins with `_`. */
export function indexOfSteps(folder = HOME) {
	const names = readdirSync(folder)
		.filter((file) => file.endsWith(".ts") && !file.includes(".test.") && !file.startsWith("_") && file !== "index.ts")
		.map((file) => file.slice(0, -".ts".length))
		.sort();
	return `// Made by scripts/lib/index-steps.mjs of the files in this folder, whenever anything is started, built or tested.
import { isStep, type Step } from "../domain/step";
${names.map((name) => `import * as ${camel(name)} from "./${name}";`).join("\n")}

/** Every step that a chain may name. A new one is a file with its test; old versions stay for old chains. */
export const steps: readonly Step[] = [
${names.map((name) => `\t${camel(name)},`).join("\n")}
]
	.flatMap((file): unknown[] => Object.values(file))
	.filter(isStep);
`;
}

/** Brings the list up to date; says whether anything had to be changed. */
export function indexSteps(folder = HOME) {
	const file = path.join(folder, "index.ts");
	const text = indexOfSteps(folder);
	if (readFileSync(file, "utf8") === text) return false;
	writeFileSync(file, text);
	return true;
}
