import { v5 } from "uuid";
import { getAccountByEmail, getAccountOfWorker, personOf } from "@/server/contexts/identity";
import type { Person } from "@/server/kernel/actor";
import type { WorkerId } from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";

const NAMESPACE = "5b0f3c52-6a43-4c0e-9d3f-2f6c5a1f7d10";

/** The same key for the same deed, so that filling the demo again, or going on after a cut, does nothing twice. */
export const keyFor = (deed: string): string => v5(deed, NAMESPACE);

/** A context in which somebody of the demo company acts. */
export async function as(ctx: Ctx, email: string): Promise<Ctx & { actor: Person }> {
	const account = await getAccountByEmail(ctx, email);
	if (!account) throw new Error(`nobody in the demo has the address ${email}`);
	return actingAs(ctx, personOf(account)) as Ctx & { actor: Person };
}

export async function asWorker(ctx: Ctx, workerId: WorkerId): Promise<Ctx> {
	const account = await getAccountOfWorker(ctx, workerId);
	if (!account) throw new Error(`the worker ${workerId} has no account`);
	return actingAs(ctx, personOf(account));
}
