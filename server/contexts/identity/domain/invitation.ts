import { after, days } from "@/server/kernel/clock";

/** How long an invitation's link is good for, by the machine's clock. */
const LIFETIME = days(1);

export const invitationExpiry = (now: Date): Date => after(now, LIFETIME);

export type InvitationState = "open" | "used" | "replaced" | "expired";

/** What has become of an invitation. What was used stays so, whatever the clock says. */
export function invitationState(
	{ closedAt, accountId, expiresAt }: { closedAt: Date | null; accountId: string | null; expiresAt: Date },
	now: Date,
): InvitationState {
	if (closedAt) return accountId ? "used" : "replaced";
	return expiresAt <= now ? "expired" : "open";
}

/** Until somebody says how they are called: what stands before the @. */
export const nameFromEmail = (email: string): string => email.slice(0, email.indexOf("@")).slice(0, 80);
