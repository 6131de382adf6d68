import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { countWrites, fingerprint, writesSoFar } from "@/db/testing/fingerprint";
import { anybody, call, junk, procedures, shapedLike } from "./testing";

/** How often each procedure is tried; `RUNS=1000` for a long night. */
const numRuns = Number(process.env.RUNS ?? (process.env.LONG_TESTS ? 100 : 15));

beforeAll(countWrites);

/** What the database held after the latest call, and how much had been written then. Nobody else changes anything here. */
let before: { holds: Record<string, string>; writes: string } | null = null;

const look = async () => ({ holds: await fingerprint(), writes: await writesSoFar() });

/** Asks, and holds the answer to what every answer must be. */
async function demandTypedAnswer(path: string, input: unknown): Promise<void> {
	const was = before ?? (await look());
	before = null;
	const answered = await call(path, input, anybody()).then(
		() => true,
		(error: unknown) => {
			expect(error).toBeInstanceOf(TRPCError);
			expect((error as TRPCError).code, String((error as TRPCError).cause ?? error)).not.toBe("INTERNAL_SERVER_ERROR");
			return false;
		},
	);
	if ((await writesSoFar()) === was.writes) before = was;
	else if (!answered) {
		before = await look();
		expect(before.holds).toEqual(was.holds);
	}
}

/** Moving the company's time is no matter of input, and a year of it takes its time. */
const withInput = procedures.filter(({ inputs, path }) => inputs.length > 0 && path !== "demo.travel");

describe.each(withInput)("$path", ({ path, inputs: [schema] }) => {
	it("answers whatever it is sent with a typed error and no change, or with what was asked", async () => {
		const inputs = schema ? fc.oneof({ weight: 4, arbitrary: shapedLike(schema) }, junk) : junk;
		await fc.assert(
			fc.asyncProperty(inputs, (input) => demandTypedAnswer(path, input)),
			{ numRuns },
		);
	});
});
