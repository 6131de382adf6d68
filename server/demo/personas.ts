import { type Account, getAccountByEmail, openSession } from "@/server/contexts/identity";
import { system } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { actingAs, type Ctx } from "@/server/platform/context";
import { type PersonaKey, staffAndClients, workers } from "./people";

/** A persona as the sign-in page offers it. */
export type Persona = {
	key: PersonaKey;
	name: string;
	/** What the persona mainly is. */
	role: "client" | "worker" | "warehouse" | "manager" | "admin";
	/** A worker's face is drawn from these. */
	breed: string | null;
	coat: string | null;
};

const personas: (Persona & { email: string })[] = [
	...staffAndClients.flatMap(({ persona, name, email, roles: [role] }) =>
		persona && role ? [{ key: persona, name, email, role, breed: null, coat: null }] : [],
	),
	...workers.map(({ persona, ...worker }) => ({ ...worker, key: persona, role: "worker" as const })),
];

/** Those personas who have their account already: while the demo fills, there may be none yet. */
export async function listPersonas(ctx: Ctx): Promise<Persona[]> {
	const known = await Promise.all(
		personas.map(async (persona) => ({ persona, account: await accountOf(ctx, persona) })),
	);
	return known
		.filter(({ account }) => account)
		.map(({ persona: { key, name, role, breed, coat } }) => ({ key, name, role, breed, coat }));
}

/** Signs the visitor in as a persona. */
export async function signInAs(ctx: Ctx, key: PersonaKey): Promise<{ token: string; expiresAt: Date }> {
	const persona = personas.find((one) => one.key === key);
	const account = persona && (await accountOf(ctx, persona));
	if (!account) throw commonRefusals.because("not_found");
	return openSession(actingAs(ctx, system("demo/personas")), { accountId: account.accountId });
}

const accountOf = (ctx: Ctx, { email }: { email: string }): Promise<Account | null> => getAccountByEmail(ctx, email);
