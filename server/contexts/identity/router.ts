import { anyone, managers, router, signedIn } from "@/server/trpc/procedures";
import { setLocale } from "./commands/set-locale";
import { searchPeopleInput, setLocaleInput } from "./contracts";
import { getAccount } from "./queries/get-account";
import { searchPeople } from "./queries/search-people";

export const identityRouter = router({
	/** Who am I? Null for a visitor. */
	me: anyone.query(({ ctx }) => (ctx.actor.kind === "person" ? getAccount(ctx, ctx.actor.accountId) : null)),
	searchPeople: managers.input(searchPeopleInput).query(({ ctx, input }) => searchPeople(ctx, input)),
	setLocale: signedIn.input(setLocaleInput).mutation(({ ctx, input }) => setLocale(ctx, input)),
});
