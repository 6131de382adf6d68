import "server-only";
import { forbidden } from "next/navigation";
import { getLocale } from "next-intl/server";
import { holds, type Person, type Role } from "@/server/kernel/actor";
import { pageContext } from "@/server/trpc/server";
import { redirect } from "../_i18n/navigation";

/**
 * For the first line of each page that is not for everybody: a visitor is sent to sign in and back to `path`, a person
 * without one of the roles sees that the page is not theirs. Procedures decide again about the data.
 */
export async function demandRole(path: string, ...roles: Role[]): Promise<Person> {
	const { actor } = await pageContext();
	if (actor.kind === "person") return holds(actor, ...roles) ? actor : forbidden();
	return redirect({ href: { pathname: "/sign-in", query: { to: path } }, locale: await getLocale() });
}
