import { firstTraits } from "@/db/seed/traits";
import { type Account, getAccountByEmail, openSession } from "@/server/contexts/identity";
import { type Role, system } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import { actingAs, type Ctx } from "@/server/platform/context";
import { livingCast } from "./cast";

/** A persona as the sign-in page offers it. */
export type Persona = {
	key: string;
	name: string;
	/** What the persona mainly is. */
	role: Role;
	/** A worker's face is drawn from these. */
	breed: string | null;
	coat: string | null;
	/** What a worker is best at. */
	strengths: { en: string; ru: string }[];
};

const nameOf = (trait: string) => firstTraits.filter(({ key }) => key === trait).map(({ name }) => name);

const { clients, workers, staff } = livingCast;
const personas: (Persona & { email: string })[] = [
	...[...clients, ...staff].flatMap(({ persona, name, email, roles: [role] }) =>
		persona ? [{ key: persona, name, email, role, breed: null, coat: null, strengths: [] }] : [],
	),
	...workers.flatMap(({ persona, name, email, breed, coat, strengths }) =>
		persona
			? [
					{
						key: persona,
						name,
						email,
						role: "worker" as const,
						breed,
						coat,
						strengths: strengths.flatMap(({ trait }) => nameOf(trait)),
					},
				]
			: [],
	),
];

/** Those personas who have their account already: while the demo fills, there may be none yet. */
export async function listPersonas(ctx: Ctx): Promise<Persona[]> {
	const known = await Promise.all(
		personas.map(async (persona) => ({ persona, account: await accountOf(ctx, persona) })),
	);
	return known.filter(({ account }) => account).map(({ persona: { email: _email, ...persona } }) => persona);
}

/** Signs the visitor in as a persona. */
export async function signInAs(ctx: Ctx, key: string): Promise<{ token: string; expiresAt: Date }> {
	const persona = personas.find((one) => one.key === key);
	const account = persona && (await accountOf(ctx, persona));
	if (!account) throw commonRefusals.because("not_found");
	return openSession(actingAs(ctx, system("demo/personas")), { accountId: account.accountId });
}

const accountOf = (ctx: Ctx, { email }: { email: string }): Promise<Account | null> => getAccountByEmail(ctx, email);
