import type { z } from "zod";
import { commonRefusals } from "@/server/kernel/errors";
import type { Ctx } from "@/server/platform/context";
import type { clientInput } from "../contracts";
import { demandManager } from "../domain/access";
import { getAccountOfClient } from "./get-account";

/** Who a client is and how to reach them, for the office. */
export async function getClient(ctx: Ctx, { clientId }: z.output<typeof clientInput>) {
	demandManager(ctx.actor);
	const account = await getAccountOfClient(ctx, clientId);
	if (!account) throw commonRefusals.because("not_found");
	return account;
}
