import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { mayAsk } from "./context-map.mjs";

/** The house as drawn in the README: a folder or file that is not on the map is an error. */
const map = {
	"": ["app", "server", "db", "emails", "e2e", "scripts", "messages", "public"],
	server: ["kernel", "platform", "events", "engine", "trpc", "inngest", "mounts", "contexts", "demo", "architecture"],
	"server/contexts": Object.keys(mayAsk),
	db: ["schema", "migrations", "seed", "testing"],
} satisfies Record<string, string[]>;

/** What tools leave behind, which git does not keep. */
const LEFT_BY_TOOLS = ["node_modules", "test-results", "playwright-report"];

/** `contracts/` and `routers/` hold, a file a noun, what would be too long for `contracts.ts` and `router.ts`. */
const COMMON_FOLDERS = ["domain", "contracts", "routers", "commands", "queries", "functions", "adapters"];
const OWN_FOLDERS: Record<string, string[]> = { matching: ["steps"], billing: ["ledger"] };
const FACES = ["index.ts", "contracts.ts", "router.ts", "http.ts", "testing.ts"];
/** Beside the commands of a context: a verb and its noun. */
const VERB_NOUN = /^[a-z]+(-[a-z0-9]+)+\.ts$/;
const QUERY = /^(get|list|find|search)-[a-z0-9-]+\.ts$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs|mts)$/;

const folders = (root: string, at: string) =>
	readdirSync(path.join(root, at), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
		.map(({ name }) => name);

const files = (root: string, at: string) =>
	readdirSync(path.join(root, at), { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);

/** All that stands where the map has no place for it, a sentence each. */
export function strangers(root: string): string[] {
	const found: string[] = [];
	for (const [at, known] of Object.entries(map)) {
		if (at === "") continue;
		for (const name of folders(root, at)) if (!known.includes(name)) found.push(`${at}/${name} is not on the map`);
	}
	for (const name of folders(root, "")) {
		if (!map[""].includes(name) && !LEFT_BY_TOOLS.includes(name)) found.push(`${name} is not on the map`);
	}
	for (const context of folders(root, "server/contexts")) found.push(...strangersOfContext(root, context));
	return found;
}

function strangersOfContext(root: string, context: string): string[] {
	const home = `server/contexts/${context}`;
	const known = [...COMMON_FOLDERS, ...(OWN_FOLDERS[context] ?? [])];
	const isTest = (name: string) => name.includes(".test.");
	return [
		...folders(root, home)
			.filter((name) => !known.includes(name))
			.map((name) => `${home}/${name}: no context has such a folder`),
		...files(root, home)
			.filter((name) => !FACES.includes(name) && !isTest(name))
			.map((name) => `${home}/${name}: a context has only ${FACES.join(", ")}`),
		...misnamed(root, `${home}/commands`, VERB_NOUN, "commands are called verb-noun.ts"),
		...misnamed(root, `${home}/queries`, QUERY, "queries are called get-, list-, find- or search-noun.ts"),
		...misnamed(root, `${home}/functions`, VERB_NOUN, "functions are called verb-noun.ts"),
	];
}

function misnamed(root: string, at: string, pattern: RegExp, rule: string): string[] {
	if (!statSync(path.join(root, at), { throwIfNoEntry: false })?.isDirectory()) return [];
	return files(root, at)
		.filter((name) => !name.includes(".test.") && name !== "index.ts" && !pattern.test(name))
		.map((name) => `${at}/${name}: ${rule}`);
}

/** Source files whose name is not in kebab case. */
export const misnamedSources = (paths: string[]): string[] =>
	paths.filter((file) => {
		const name = path.basename(file);
		return /\.(ts|tsx|mjs|mts)$/.test(name) && !name.startsWith("_") && !KEBAB.test(name);
	});
