import { anyone, router, signedIn } from "@/server/trpc/procedures";
import { setLocale } from "./commands/set-locale";
import { setLocaleInput } from "./contracts";
import { getAccount } from "./queries/get-account";

export const identityRouter = router({
	/** Who am I? Null for a visitor. */
	me: anyone.query(({ ctx }) => (ctx.actor.kind === "person" ? getAccount(ctx, ctx.actor.accountId) : null)),
	setLocale: signedIn.input(setLocaleInput).mutation(({ ctx, input }) => setLocale(ctx, input)),
});
