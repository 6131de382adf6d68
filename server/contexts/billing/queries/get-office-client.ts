import type { z } from "zod";
import { holds } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { negate } from "@/server/kernel/money";
import type { Ctx } from "@/server/platform/context";
import type { officeClientInput } from "../contracts";
import { balance } from "../ledger/balance";
import { clientStanding } from "./get-client-standing";

/** How one client stands with the company, for the office. */
export async function getOfficeClient(ctx: Ctx, { clientId }: z.output<typeof officeClientInput>) {
	if (!holds(ctx.actor, "manager")) throw commonRefusals.because("not_allowed");
	const standing = await clientStanding(ctx, clientId);
	return { ...standing, owed: negate(await balance(ctx, { kind: "client", ownerId: clientId })) };
}
