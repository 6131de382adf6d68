import fc from "fast-check";
import { z } from "zod";
import type { Person } from "@/server/kernel/actor";
import { type AccountId, type ClientId, newId, type WorkerId } from "@/server/kernel/ids";
import { createCtx } from "@/server/platform/context";
import { appRouter, createCaller } from "./root";

type Declared = { _def: { type: "query" | "mutation"; inputs: unknown[] } };

export type Procedure = { path: string; type: "query" | "mutation"; inputs: z.ZodType[] };

/** Every procedure of a router: its path, and the schemas of its input. tRPC keeps them flat, which its type does not tell. */
export const proceduresOf = (router: { _def: { procedures: unknown } }): Procedure[] =>
	Object.entries(router._def.procedures as Record<string, Declared>).map(([path, { _def }]) => ({
		path,
		type: _def.type,
		inputs: _def.inputs.filter((input): input is z.ZodType => input instanceof z.ZodType),
	}));

/** Every procedure of the house. */
export const procedures = proceduresOf(appRouter);

/** Calls a procedure by its path, as the person. */
export async function call(path: string, input: unknown, actor: Person | { kind: "visitor" }): Promise<unknown> {
	const caller: unknown = createCaller(createCtx({ actor }));
	const procedure = path.split(".").reduce<unknown>((place, name) => (place as Record<string, unknown>)[name], caller);
	return (procedure as (input: unknown) => Promise<unknown>)(input);
}

/** Somebody who is everything at once: nothing stops an input but the rules about the input itself. */
export const anybody = (): Person => ({
	kind: "person",
	accountId: newId<AccountId>(),
	name: "Everybody",
	roles: ["client", "worker", "warehouse", "manager", "admin"],
	clientId: newId<ClientId>(),
	workerId: newId<WorkerId>(),
});

const awkwardTexts = [
	"",
	" ",
	"\u0000",
	"a\u0000b",
	"'; drop table orders; --",
	"<script>alert(1)</script>",
	"🐈‍⬛".repeat(50),
	"\u202eevil",
	"Ａｄｍｉｎ",
	"x".repeat(100_000),
	"-1",
	"1e999",
	"00000000-0000-0000-0000-000000000000",
];

const text = fc.oneof(
	fc.constantFrom(...awkwardTexts),
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.uuid(),
	fc.constantFrom("Murka", "+79990001122", "murka@cats.example", "2026-11-22", "en", "GH-BARSIK-1"),
);
/** As in a link to somebody's tests; it opens nothing. */
const token = fc.uuid().map((id) => id.replaceAll("-", "").repeat(2));
const whole = fc.oneof(
	fc.integer(),
	fc.integer({ min: -3, max: 30 }),
	fc.constantFrom(2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1),
);

/** Anything at all that could come over the wire. */
export const junk = fc.oneof(
	text,
	fc.double(),
	fc.bigInt(),
	fc.date({ noInvalidDate: false }),
	fc.constantFrom(null, undefined, true, [], {}),
	fc.jsonValue(),
	fc.array(fc.jsonValue(), { maxLength: 5 }),
	fc.dictionary(fc.string(), fc.jsonValue()),
);

type Definition = z.core.$ZodTypeDef & {
	shape?: Record<string, z.core.$ZodType>;
	element?: z.core.$ZodType;
	innerType?: z.core.$ZodType;
	in?: z.core.$ZodType;
	options?: z.core.$ZodType[];
	entries?: Record<string, string | number>;
	values?: unknown[];
	format?: string;
};

/** Values of the shape that a schema asks for, right and wrong by its finer rules. */
export function shapedLike(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
	const definition: Definition = schema._zod.def;
	const inner = definition.innerType ?? definition.in;
	switch (definition.type) {
		case "object":
			return fc.record(
				Object.fromEntries(Object.entries(definition.shape ?? {}).map(([key, field]) => [key, shapedLike(field)])),
			);
		case "array":
			return definition.element ? fc.array(shapedLike(definition.element), { maxLength: 4 }) : fc.constant([]);
		case "union":
			return fc.oneof(...(definition.options ?? []).map(shapedLike));
		case "enum":
			return fc.constantFrom(...Object.values(definition.entries ?? {}));
		case "literal":
			return fc.constantFrom(...(definition.values ?? []));
		case "nullable":
			return fc.oneof(fc.constant(null), inner ? shapedLike(inner) : junk);
		case "optional":
		case "default":
			return fc.oneof(fc.constant(undefined), inner ? shapedLike(inner) : junk);
		case "string":
			return definition.format === "uuid"
				? fc.oneof({ weight: 5, arbitrary: fc.uuid() }, text)
				: fc.oneof({ weight: 5, arbitrary: text }, token);
		case "number":
			return fc.oneof(whole, fc.double());
		case "bigint":
			return fc.oneof(fc.bigInt(), fc.bigInt({ min: 0n, max: 1_000_000n }));
		case "boolean":
			return fc.boolean();
		case "date":
			return fc.date({ noInvalidDate: false });
		default:
			return inner ? shapedLike(inner) : junk;
	}
}
