import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";
import type { StartRules } from "../domain/start-times";

/** The rules in force by which starts are offered and accepted. */
export async function getStartRules(ctx: Ctx): Promise<StartRules> {
	const { timeZone } = await policyInForce(ctx, "money");
	const operations = await policyInForce(ctx, "operations");
	return { ...operations, timeZone };
}
