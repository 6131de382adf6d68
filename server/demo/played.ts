import { getAccountByEmail, listSignedIn } from "@/server/contexts/identity";
import { after, hours } from "@/server/kernel/clock";
import type { AccountId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { Cast } from "./people";

/** Who signed in longer ago has closed the browser and forgotten us. */
const RECENTLY_MS = hours(4);
const LOOK_AGAIN_MS = 500;

/**
 * Tells who is being played by a visitor. The kiosk is one screen on one shelf: whoever plays a warehouse cat has all of it, and
 * the other cat goes home.
 */
export function playedNow(ctx: Ctx, cast: Cast): (email: string) => Promise<boolean> {
	let known = new Set<AccountId>();
	let lookedAt = 0;
	const accounts = new Map<string, AccountId | undefined>();
	const atTheShelf = cast.staff.filter(({ roles }) => roles.includes("warehouse")).map(({ email }) => email);

	async function isSignedIn(email: string): Promise<boolean> {
		if (!accounts.has(email)) accounts.set(email, (await getAccountByEmail(ctx, email))?.accountId);
		const now = ctx.clock.systemNow();
		if (now.getTime() - lookedAt > LOOK_AGAIN_MS) {
			known = new Set(await listSignedIn(ctx, { since: after(now, -RECENTLY_MS) }));
			lookedAt = now.getTime();
		}
		const accountId = accounts.get(email);
		return accountId !== undefined && known.has(accountId);
	}

	return async (email) => {
		for (const one of atTheShelf.includes(email) ? atTheShelf : [email]) if (await isSignedIn(one)) return true;
		return false;
	};
}
