import { eq } from "drizzle-orm";
import { kits, workers } from "@/db/schema/supplies";
import { getAccountOfClient } from "@/server/contexts/identity";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { KitId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { policyInForce } from "@/server/platform/policies";

export type AcceptanceForm = Awaited<ReturnType<typeof getAcceptanceForm>>;

/** What the paper says that the client signs, in the client's language. For the warehouse and managers. */
export async function getAcceptanceForm(ctx: Ctx, { kitId }: { kitId: KitId }) {
	if (!holds(ctx.actor, "warehouse", "manager")) throw commonRefusals.because("not_allowed");
	const [found] = await ctx.db
		.select({ kit: kits, workerName: workers.name })
		.from(kits)
		.innerJoin(workers, eq(workers.workerId, kits.workerId))
		.where(eq(kits.id, kitId));
	if (!found) throw commonRefusals.because("not_found");
	const { kit, workerName } = found;
	const { timeZone } = await policyInForce(ctx, "money");
	const locale = (await getAccountOfClient(ctx, kit.clientId))?.locale ?? "en";
	return {
		locale,
		timeZone,
		orderNumber: kit.orderNumber,
		serviceName: kit.serviceName[locale],
		startsAt: kit.startsAt,
		address: kit.address,
		contactName: kit.contactName,
		workerName,
	};
}
