import { chooseMethod } from "@/server/contexts/billing/commands/choose-method";
import { recordOpeningBalance } from "@/server/contexts/billing/commands/record-opening-balance";
import { setPayoutAccount } from "@/server/contexts/billing/commands/set-payout-account";
import { getPaymentMethod } from "@/server/contexts/billing/queries/get-payment-method";
import { getPayoutAccount } from "@/server/contexts/billing/queries/get-payout-account";
import { addWorker } from "@/server/contexts/hiring";
import { acceptCandidate } from "@/server/contexts/hiring/commands/accept-candidate";
import { submitApplication } from "@/server/contexts/hiring/commands/submit-application";
import { getCandidate } from "@/server/contexts/hiring/queries/get-candidate";
import { listVacancies } from "@/server/contexts/hiring/queries/list-vacancies";
import { getAccountByEmail, registerAccount } from "@/server/contexts/identity";
import { setRequirements } from "@/server/contexts/matching";
import { defineServiceType } from "@/server/contexts/ordering/commands/define-service-type";
import { defineZone } from "@/server/contexts/ordering/commands/define-zone";
import { idle } from "@/server/engine/time-machine";
import { visitor } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { ServiceTypeId, ZoneId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, type Ctx } from "@/server/platform/context";
import { as, keyFor } from "./actors";
import { services, zones } from "./catalogue";
import { layMatching } from "./matching";
import type { Cast } from "./people";
import { layScreening } from "./screening";
import { withIdsNamed } from "./simulation/named-ids";

const manager = "leopold@happycatbox.example";

/** What history needs to name things by. */
export type Company = { serviceTypes: Map<string, ServiceTypeId>; zones: Map<string, ZoneId> };

/** Lays the company: people, zones, services, workers, and what clients had paid before. Going on after a cut does nothing twice. */
export async function layCompany(ctx: Ctx, { clients, workers, staff }: Cast, seed: string): Promise<Company> {
	const named = <Made>(name: string, work: () => Promise<Made>) => withIdsNamed(`${seed} ${name}`, work);
	for (const { name, email, phone, locale, roles } of [...staff, ...clients]) {
		if (await getAccountByEmail(ctx, email)) continue;
		await named(`account ${email}`, () => registerAccount(ctx, { name, email, phone, locale, roles }));
	}
	const office = await as(ctx, manager);
	const company: Company = { serviceTypes: new Map(), zones: new Map() };
	for (const { key, name } of zones) {
		const zone = { idempotencyKey: keyFor(`zone ${key}`), zoneId: null, version: 0, name, active: true };
		company.zones.set(key, (await named(`zone ${key}`, () => defineZone(office, zone))).zoneId);
	}
	for (const { key, traits, basePrice, ...content } of services) {
		const { serviceTypeId } = await named(`service ${key}`, () =>
			defineServiceType(office, {
				...content,
				idempotencyKey: keyFor(`service ${key}`),
				serviceTypeId: null,
				version: 0,
				basePrice: money(basePrice),
				active: true,
			}),
		);
		company.serviceTypes.set(key, serviceTypeId);
		await unlessDone(setRequirements(office, { type: serviceTypeId, version: 0, wanted: traits }));
	}
	for (const { persona: _persona, account: _account, ...worker } of workers) {
		const profile = { ...worker, idempotencyKey: keyFor(`worker ${worker.email}`), photoId: null };
		const join = worker.email === workers.at(-1)?.email ? hire : addWorker;
		await named(`worker ${worker.email}`, () => join(office, profile));
	}
	await layScreening(office, named);
	await layMatching(office);
	await idle();
	await chooseMethods(ctx, clients);
	await takeOverBalances(ctx, clients);
	await sayWhereToPay(ctx, workers);
	await idle();
	return company;
}

/** The last of them has come by applying. Going on after a cut finds the candidate accepted already. */
async function hire(
	office: Ctx,
	{ idempotencyKey: proof, ...worker }: Parameters<typeof addWorker>[1],
): Promise<unknown> {
	const [vacancy] = await listVacancies(office);
	if (!vacancy) throw new Error("the house looks for nobody");
	const { name, email, phone, locale, age, breed, coat, strengths, weaknesses } = worker;
	const form = { vacancyId: vacancy.vacancyId, name, email, phone, locale, age, breed, coat, consent: true } as const;
	const { applicationId } = await submitApplication(actingAs(office, visitor), {
		...{ form: { ...form, languages: [locale], words: "" }, photo: null, proof, network: null },
	});
	const { state, version } = await getCandidate(office, { applicationId });
	if (state === "accepted") return;
	await acceptCandidate(office, { applicationId, version, strengths, weaknesses, trial: false, against: "" });
}

/** The sandbox's card that does what such a client's does. */
const cards = { refused: "refuses", late: "late" } as const;

/** Where there is no card service, everybody transfers. */
async function chooseMethods(ctx: Ctx, clients: Cast["clients"]): Promise<void> {
	for (const { email, pays } of clients) {
		const client = await as(ctx, email);
		const { cardKind } = await getPaymentMethod(client);
		const transfers = cardKind !== "sandbox-card" || pays === "transfer" || pays === "forgets";
		await chooseMethod(client, {
			idempotencyKey: keyFor(`method ${email}`),
			method: transfers ? { kind: "bank-transfer" } : { kind: "sandbox-card", card: pays ? cards[pays] : "pays" },
		});
	}
}

async function takeOverBalances(ctx: Ctx, clients: Cast["clients"]): Promise<void> {
	for (const { email, paidBefore } of clients) {
		const clientId = (await getAccountByEmail(ctx, email))?.clientId;
		if (!paidBefore || !clientId) continue;
		await recordOpeningBalance(ctx, {
			idempotencyKey: keyFor(`opening balance ${email}`),
			clientId,
			paid: money(paidBefore),
			reason: "Paid to Happy Cat Box before the move to this system",
		});
	}
}

async function sayWhereToPay(ctx: Ctx, workers: Cast["workers"]): Promise<void> {
	for (const { email, account } of workers) {
		const worker = await as(ctx, email);
		if (!(await getPayoutAccount(worker))) await setPayoutAccount(worker, { account });
	}
}

/** A version that has moved on says that this had been done before. */
async function unlessDone(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		if (!commonRefusals.is(error, "stale")) throw error;
	}
}
