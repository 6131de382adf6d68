import { eq } from "drizzle-orm";
import type { z } from "zod";
import { invitations } from "@/db/schema/identity";
import type { Ctx } from "@/server/platform/context";
import type { invitationInput } from "../contracts";
import { type InvitationState, invitationState } from "../domain/invitation";
import { hashToken } from "../domain/session";

/** What a link is still good for, told to whoever holds it. Looking does not use it up: mail scanners look, too. */
export async function getInvitation(
	ctx: Ctx,
	{ token }: z.output<typeof invitationInput>,
): Promise<{ state: InvitationState | "unknown"; email: string | null }> {
	const [invitation] = await ctx.db
		.select()
		.from(invitations)
		.where(eq(invitations.tokenHash, hashToken(token)));
	if (!invitation) return { state: "unknown", email: null };
	const state = invitationState(invitation, ctx.clock.systemNow());
	return { state, email: state === "open" ? invitation.email : null };
}
