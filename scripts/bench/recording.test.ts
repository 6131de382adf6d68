import { describe, expect, it } from "vitest";
import { ownIds, readsIn, statementsIn, transactionIn } from "./recording";

const first = "0199aaaa-0000-7000-8000-000000000001";
const second = "0199aaaa-0000-7000-8000-000000000002";
const zone = "0199bbbb-0000-7000-8000-000000000003";

const log = [
	"7|LOG:  statement: begin ",
	'8|LOG:  execute <unnamed>: select "expires_at" from "identity"."sessions" where "token_hash" = $1',
	"8|DETAIL:  Parameters: $1 = 'abc'",
	"7|LOG:  execute s4: insert into notes (id, words, reason)",
	"\t\tvalues ($1, $2, $3)",
	`7|DETAIL:  Parameters: $1 = '${first}', $2 = 'Mur''ka, $9 = ''x''`,
	"\tand more', $3 = NULL",
	"8|LOG:  execute <unnamed>: select 1 from orders",
	"9|LOG:  checkpoint complete",
	"7|LOG:  statement: commit",
	"",
].join("\n");

describe("recording what a request runs", () => {
	it("finds the statements of a transaction with their parameters", () => {
		expect(transactionIn(statementsIn(log))).toEqual([
			{
				text: "insert into notes (id, words, reason)\n\tvalues ($1, $2, $3)",
				values: [first, "Mur'ka, $9 = 'x'\nand more", null],
			},
		]);
	});

	it("finds reads, the session's among them", () => {
		expect(readsIn(statementsIn(log)).map(({ text }) => text)).toEqual([
			'select "expires_at" from "identity"."sessions" where "token_hash" = $1',
			"select 1 from orders",
		]);
	});

	it("says so when there is no transaction", () => {
		expect(() => transactionIn(statementsIn("7|LOG:  statement: begin \n"))).toThrow("there were 0");
	});

	it("tells the ids that are new in each run from those that stay", () => {
		const run = (id: string) => [{ text: "insert", values: [id, `{"orderId": "${id}", "zoneId": "${zone}"}`] }];
		expect(ownIds(run(first), run(second))).toEqual([first]);
	});

	it("does not compare runs of different statements", () => {
		expect(() => ownIds([{ text: "a", values: [] }], [{ text: "b", values: [] }])).toThrow("different statements");
	});
});
