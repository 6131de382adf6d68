import { getAccountByEmail, listSignedIn } from "@/server/contexts/identity";
import { after, hours } from "@/server/kernel/clock";
import type { AccountId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { Cast } from "./people";

/** Who signed in longer ago has closed the browser and forgotten us. */
const RECENTLY_MS = hours(4);
const LOOK_AGAIN_MS = 500;
const SHIFT_MS = hours(12);

/**
 * Tells who is being played by a visitor, on a journey that begins now. The kiosk is one screen on one shelf: whoever plays a
 * warehouse cat has all of it for a shift, and the other cat goes home. On a longer journey the shelf is worked again as ever, for
 * without kits nobody could work, and a visitor who looks at Sunday would find that the whole company has failed.
 */
export function playedNow(ctx: Ctx, cast: Cast): (email: string) => Promise<boolean> {
	const endOfShift = after(ctx.clock.now(), SHIFT_MS);
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
		if (!atTheShelf.includes(email)) return isSignedIn(email);
		if (ctx.clock.now() > endOfShift) return false;
		for (const one of atTheShelf) if (await isSignedIn(one)) return true;
		return false;
	};
}
