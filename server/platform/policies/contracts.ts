import { z } from "zod";
import { businessDate } from "@/server/kernel/business-date";
import { defineRefusals } from "@/server/kernel/errors";
import { count, idempotencyKey, line } from "@/server/kernel/text";
import { applicationsPolicy } from "./applications";
import { collectionsPolicy } from "./collections";
import { moneyPolicy } from "./money";
import { operationsPolicy } from "./operations";
import { testsPolicy } from "./tests";

export const policiesRefusals = defineRefusals("policies", {
	/** It would change what has been decided by. */
	in_the_past: "PRECONDITION_FAILED",
	/** Versions take effect in the order of their numbers. */
	later_one_planned: "PRECONDITION_FAILED",
	nothing_changed: "BAD_REQUEST",
	/** What has taken effect stays. */
	in_force: "PRECONDITION_FAILED",
});

/** Every set of rules with the schema that all of its versions have. */
export const policySchemas = {
	money: moneyPolicy,
	collections: collectionsPolicy,
	operations: operationsPolicy,
	tests: testsPolicy,
	applications: applicationsPolicy,
};
export const policySetNames = Object.keys(policySchemas) as (keyof typeof policySchemas)[];
export const policySetName = z.enum(["money", "collections", "operations", "tests", "applications"]);

const rises = (values: readonly (bigint | number)[]) =>
	values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));

const isZone = (timeZone: string): boolean => {
	try {
		return businessDate(new Date(0), timeZone) !== "";
	} catch {
		return false;
	}
};

/** What is asked of values that are written anew, beyond their shape. */
const newMoneyPolicy = moneyPolicy
	.refine(({ timeZone }) => isZone(timeZone), { path: ["timeZone"] })
	.refine(({ discountLadder }) => rises(discountLadder.map(({ above }) => BigInt(above))), { path: ["discountLadder"] })
	.refine(({ discountLadder }) => rises(discountLadder.map(({ percent }) => percent)), { path: ["discountLadder"] });
const newOperationsPolicy = operationsPolicy.refine(({ workingHours }) => workingHours.from < workingHours.to, {
	path: ["workingHours", "to"],
});

const change = {
	idempotencyKey,
	/** The version that whoever changes it has seen: the newest that stands. */
	basedOn: count,
	/** The business date from whose beginning on it holds; null for at once. */
	effectiveFrom: z.iso.date().nullable(),
	reason: line(200),
};

export const changePolicyInputs = {
	money: z.object({ set: z.literal("money"), values: newMoneyPolicy, ...change }),
	collections: z.object({ set: z.literal("collections"), values: collectionsPolicy, ...change }),
	operations: z.object({ set: z.literal("operations"), values: newOperationsPolicy, ...change }),
	tests: z.object({ set: z.literal("tests"), values: testsPolicy, ...change }),
	applications: z.object({ set: z.literal("applications"), values: applicationsPolicy, ...change }),
};
export const changePolicyInput = z.discriminatedUnion("set", [
	changePolicyInputs.money,
	changePolicyInputs.collections,
	changePolicyInputs.operations,
	changePolicyInputs.tests,
	changePolicyInputs.applications,
]);

export const withdrawPolicyInput = z.object({ set: policySetName, version: count, reason: line(200) });

/** What a field of a set is, so that a form knows how to ask for it and a history how to write it. */
export type PolicyField = {
	/** As in the values: `clientPaysPercent.failed`. */
	path: string;
	kind: "amount" | "time" | "text" | "weekday" | "number" | "numbers" | "ladder";
};

/** Every field of a set in its order, read from the schema. */
export const policyFields = (set: keyof typeof policySchemas): PolicyField[] => fieldsOf(policySchemas[set], "");

function fieldsOf(schema: z.core.$ZodType, path: string): PolicyField[] {
	if (schema instanceof z.ZodDefault) return fieldsOf(schema.unwrap(), path);
	if (schema instanceof z.ZodObject) {
		return Object.entries(schema.shape).flatMap(([name, part]) => fieldsOf(part, path ? `${path}.${name}` : name));
	}
	if (schema instanceof z.ZodArray)
		return [{ path, kind: schema.element instanceof z.ZodObject ? "ladder" : "numbers" }];
	if (schema instanceof z.ZodNumber) return [{ path, kind: schema.meta()?.kind === "weekday" ? "weekday" : "number" }];
	const kind = schema instanceof z.ZodString ? schema.meta()?.kind : undefined;
	return [{ path, kind: kind === "amount" || kind === "time" ? kind : "text" }];
}

/** The value at a path of a set's values. */
export const valueAt = (values: unknown, path: string): unknown =>
	path.split(".").reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), values);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
