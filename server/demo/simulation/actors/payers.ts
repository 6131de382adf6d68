import { chooseMethod } from "@/server/contexts/billing/commands/choose-method";
import { confirmTransfer } from "@/server/contexts/billing/commands/confirm-transfer";
import { payInvoice } from "@/server/contexts/billing/commands/pay-invoice";
import { getOfficeInvoice } from "@/server/contexts/billing/queries/get-office-invoice";
import { getPaymentMethod } from "@/server/contexts/billing/queries/get-payment-method";
import { after, hours } from "@/server/kernel/clock";
import { type ClientId, type InvoiceId, invoiceId } from "@/server/kernel/ids";
import { type MoneyWire, money } from "@/server/kernel/money";
import { keyFor } from "../../actors";
import type { DemoClient } from "../../people";
import type { Act, ActorKind, Happened, PersonCtx } from "../act";
import { lotsIn, staffOf, type World } from "../world";

/** Of those whose card is refused, how many take another one before it is too late, and after it. */
const MENDS_SOON = 0.35;
const MENDS_LATE = 0.5;

/** Transfers arrive and are taken down by a manager; whoever's card is refused takes another one sooner, later or never. */
export const payers: ActorKind = {
	on: {
		"billing/invoice.issued": transfer,
		"billing/invoice.collection-failed": (world, happened) =>
			happened.data.isFirst ? mayMend(world, happened, "soon", MENDS_SOON) : [],
		"billing/invoice.overdue": (world, happened) => mayMend(world, happened, "late", MENDS_LATE),
	},
};

type Known = { client: DemoClient; invoiceId: InvoiceId; number: string; at: Date };

function invoiceOf(world: World, { data, at }: Happened): Known | null {
	const client = world.clients.get(data.clientId as ClientId);
	const id = invoiceId.safeParse(data.invoiceId);
	return client && id.success ? { client, invoiceId: id.data, number: String(data.number), at } : null;
}

/** Some days later the money is on the bank's statement; whoever forgets to pay never sends it. */
function transfer(world: World, happened: Happened): Act[] {
	const known = invoiceOf(world, happened);
	if (!known || known.client.pays === "forgets" || known.client.pays === "refused") return [];
	const { number, invoiceId: id, client } = known;
	const lots = lotsIn(world, "transfers", `${client.email} ${String(happened.data.week)}`);
	const name = `confirm transfer ${number}`;
	return [
		{
			at: after(happened.at, hours(20 + lots.next() * 100)),
			name,
			who: staffOf(world, "manager", lots).email,
			decides: true,
			perform: (ctx) => confirm(ctx, id, `SEPA ${number}`, keyFor(name)),
		},
	];
}

async function confirm(ctx: PersonCtx, id: InvoiceId, reference: string, idempotencyKey: string): Promise<void> {
	const { collectedBy, status, due } = await getOfficeInvoice(ctx, { invoiceId: id });
	if (collectedBy !== "transfer" || status === "paid" || status === "collecting") return;
	await confirmTransfer(ctx, { idempotencyKey, invoiceId: id, amount: due, reference });
}

function mayMend(world: World, happened: Happened, when: "soon" | "late", share: number): Act[] {
	const known = invoiceOf(world, happened);
	if (!known || known.client.keepsStill || known.client.persona) return [];
	const { client, number, invoiceId: id } = known;
	const lots = lotsIn(world, `mends ${when}`, client.email);
	if (!lots.chance(share)) return [];
	const name = `mend ${when} ${number}`;
	const { minor } = happened.data.amount as MoneyWire;
	return [
		{
			at: after(happened.at, hours(2 + lots.next() * 16)),
			name,
			who: client.email,
			decides: true,
			perform: (ctx) => mend(ctx, { invoiceId: id, amount: money(BigInt(minor)), idempotencyKey: keyFor(name) }),
		},
	];
}

/** Takes a card that pays, where there are cards at all, and pays at once. */
async function mend(ctx: PersonCtx, payment: Parameters<typeof payInvoice>[1]): Promise<void> {
	const { cardKind } = await getPaymentMethod(ctx);
	if (cardKind !== "sandbox-card") return;
	const method = { kind: "sandbox-card", card: "pays" } as const;
	await chooseMethod(ctx, { idempotencyKey: keyFor(`method ${payment.idempotencyKey}`), method });
	await payInvoice(ctx, payment);
}
