import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint } from "@/db/testing/fingerprint";
import { anybody, call, junk, procedures, shapedLike } from "./testing";

/** How often each procedure is tried; `RUNS=1000` for a long night. */
const numRuns = Number(process.env.RUNS ?? 40);

/** What the database held after the latest call. Nobody else changes anything here. */
let before: Record<string, string> | null = null;

/** Asks, and holds the answer to what every answer must be. */
async function demandTypedAnswer(path: string, input: unknown): Promise<void> {
	before ??= await fingerprint();
	try {
		await call(path, input, anybody());
		before = null;
	} catch (error) {
		expect(error).toBeInstanceOf(TRPCError);
		expect((error as TRPCError).code, String((error as TRPCError).cause ?? error)).not.toBe("INTERNAL_SERVER_ERROR");
		expect(await fingerprint()).toEqual(before);
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
