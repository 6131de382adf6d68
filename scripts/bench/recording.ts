/** A statement as PostgreSQL got it: its text, and its parameters as text. */
export type Statement = { text: string; values: (string | null)[] };

/** What statements are to be logged like for `statementsIn`. */
export const LOG_LINE_PREFIX = "%p|";

/**
 * The statements in a piece of PostgreSQL's log, by the process that ran them and in their order. Needs `log_statement = all`
 * and the prefix above.
 */
export function statementsIn(log: string): Map<string, Statement[]> {
	const byProcess = new Map<string, Statement[]>();
	// What goes on in the next line is indented by the server with one tab.
	for (const line of log.replaceAll("\n\t", "\u0000").split("\n")) {
		const [, process, kind, rest] = /^(\d+)\|(LOG|DETAIL): {2}(.*)$/.exec(line) ?? [];
		if (!process || rest === undefined) continue;
		const words = rest.replaceAll("\u0000", "\n");
		const statements = byProcess.get(process) ?? [];
		byProcess.set(process, statements);
		const [, text] = /^(?:statement|execute [^:]*): (.*)$/s.exec(words) ?? [];
		if (kind === "LOG" && text !== undefined) statements.push({ text: text.trim(), values: [] });
		if (kind === "DETAIL" && /^parameters: /i.test(words)) statements.at(-1)?.values.push(...parametersIn(words));
	}
	return byProcess;
}

const parametersIn = (words: string): (string | null)[] =>
	[...words.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, value]) => value?.replaceAll("''", "'") ?? null);

/** The statements between `begin` and `commit`. Throws when there is no transaction, or more than one. */
export function transactionIn(byProcess: Map<string, Statement[]>): Statement[] {
	const found = [...byProcess.values()].flatMap((statements) => {
		const begin = statements.findIndex(({ text }) => text.startsWith("begin"));
		const commit = statements.findIndex(({ text }) => text === "commit");
		return begin >= 0 && commit > begin ? [statements.slice(begin + 1, commit)] : [];
	});
	const [only, another] = found;
	if (!only || another) throw new Error(`one transaction was expected, and there were ${found.length}`);
	return only;
}

/** What was read from the application's tables outside any transaction; who asks is read from one of them. */
export const readsIn = (byProcess: Map<string, Statement[]>): Statement[] =>
	[...byProcess.values()].flat().filter(({ text }) => text.startsWith("select") && !/pg_catalog/.test(text));

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

const uuidsIn = (statements: readonly Statement[]): Set<string> =>
	new Set(statements.flatMap(({ values }) => values.flatMap((value) => value?.match(UUID) ?? [])));

/** The ids that one run of the same statements has, and another has not: each run needs its own. */
export function ownIds(run: readonly Statement[], another: readonly Statement[]): string[] {
	const shape = (statements: readonly Statement[]) => JSON.stringify(statements.map(({ text }) => text));
	if (shape(run) !== shape(another)) throw new Error("the same request ran different statements");
	const others = uuidsIn(another);
	return [...uuidsIn(run)].filter((id) => !others.has(id));
}
