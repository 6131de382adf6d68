import {
	approvalsList,
	bonusesList,
	comingInvoicesList,
	ledgerList,
	officeInvoicesList,
	payoutsList,
	sealsList,
} from "@/server/contexts/billing/contracts";
import { workersList } from "@/server/contexts/hiring/contracts";
import { clientsList } from "@/server/contexts/identity/contracts";
import { deliveriesList } from "@/server/contexts/notifications/contracts";
import { runsList } from "@/server/engine/contracts";
import { eventsList } from "@/server/events/contracts";
import { auditList } from "@/server/platform/audit/contracts";
import type { createCaller } from "@/server/trpc/root";
import type { FilledOffice } from "../full-office";

/** Managers ask through the procedures themselves. */
export type Office = ReturnType<typeof createCaller>;

/** Something that the office asks. A list answers with the place of its next page, which may be asked for then. */
export type Question = { name: string; ask(after?: string): Promise<unknown> };

type Filters = Record<string, Record<string, string>>;
type List = { name: string; sorts: object; input: { safeParse(asked: object): { success: boolean } } };
type Page = (asked: object) => Promise<{ after: string | null }>;
type Count = (filters: object) => Promise<unknown>;

/** Every filter × sort × direction that the list takes, and each filter counted. */
const ofList = (list: List, page: Page, count: Count | null, filters: Filters): Question[] =>
	Object.entries({ none: {}, ...filters }).flatMap(([filter, asked]) => [
		...Object.keys(list.sorts)
			.flatMap((sort) => ["desc", "asc"].map((order) => ({ ...asked, sort, order })))
			.filter((input) => list.input.safeParse(input).success)
			.map((input) => ({
				name: `${list.name}: ${filter}, by ${input.sort} ${input.order}`,
				ask: (after?: string) => page({ ...input, after }),
			})),
		...(count ? [{ name: `${list.name}: ${filter}, counted`, ask: () => count(asked) }] : []),
	]);

/** A procedure takes what its list's input has let through. */
const asked =
	<Input, Answer>(procedure: (input: Input) => Promise<Answer>) =>
	(input: object) =>
		procedure(input as Input);

const days = {
	"one day": { from: "2025-11-23", to: "2025-11-23" },
	"a year": { from: "2024-01-01", to: "2024-12-31" },
	"long ago": { to: "2024-06-01" },
	lately: { from: "2026-11-01" },
};
const names = {
	"a common name": { search: "murka" },
	"a rare name": { search: "whisker 777" },
	nobody: { search: "hippopotamus" },
};

/** All lists of the office but that of the orders, which has questions of its own. */
export const listQuestions = (office: Office, filled: FilledOffice): Question[] => [
	...ofMoney(office, filled),
	...ofSystem(office, filled),
	...ofList(clientsList, asked(office.identity.clients), asked(office.identity.clientsCount), {
		...names,
		"two letters": { search: "zq" },
		inactive: { active: "no" },
		active: { active: "yes" },
	}),
	...ofList(workersList, asked(office.hiring.listWorkers), asked(office.hiring.workersCount), {
		...names,
		inactive: { active: "no" },
	}),
];

function ofMoney({ billing }: Office, { usual: { clientId, workerId }, orderId }: FilledOffice): Question[] {
	return [
		...ofList(ledgerList, asked(billing.ledger), asked(billing.ledgerCount), {
			...days,
			charges: { kind: "charge" },
			penalties: { kind: "penalty" },
			bonuses: { kind: "bonus" },
			"charges of a year": { kind: "charge", from: "2024-01-01", to: "2024-12-31" },
			"clients' accounts": { account: "client" },
			"the bank's account": { account: "bank" },
			"the account of what is waived": { account: "waived" },
			"the bank's account long ago": { account: "bank", to: "2024-06-01" },
			"a client": { clientId },
			"a client's payments": { clientId, kind: "payment" },
			"a worker": { workerId },
			"an order": { orderId },
			"words of all": { search: "order completed" },
			"a number": { search: "20002" },
			"words of nobody": { search: "hippopotamus" },
		}),
		...ofList(officeInvoicesList, asked(billing.officeInvoices), asked(billing.officeInvoicesCount), {
			...days,
			...names,
			paid: { status: "paid" },
			overdue: { status: "overdue" },
			failed: { status: "failed" },
			"collection failed": { trouble: "collection-failed" },
			"transfer awaited": { trouble: "transfer-awaited" },
			"answer awaited": { trouble: "answer-awaited" },
			"a client": { clientId },
			"overdue for long": { status: "overdue", to: "2024-06-01" },
			"a number": { search: "2025-17" },
		}),
		...ofList(comingInvoicesList, asked(billing.comingInvoices), asked(billing.comingInvoicesCount), names),
		...ofList(payoutsList, asked(billing.officePayouts), asked(billing.officePayoutsCount), {
			...names,
			paid: { status: "paid" },
			rejected: { status: "rejected" },
			"a month": { month: "2025-03-31" },
			"a worker": { workerId },
		}),
		...ofList(bonusesList, asked(billing.bonuses), asked(billing.bonusesCount), { ...names, "a worker": { workerId } }),
		...ofList(approvalsList, asked(billing.approvals), asked(billing.approvalsCount), {
			waiting: { status: "waiting" },
			waivers: { kind: "waiver" },
		}),
		...ofList(sealsList, asked(billing.seals), null, {}),
		{ name: "the coming week", ask: () => billing.comingWeek() },
	];
}

const ofSystem = (office: Office, { workerId, orderId, staffId }: FilledOffice): Question[] => [
	...ofList(eventsList, asked(office.events.list), asked(office.events.count), {
		...days,
		"a common event": { type: "ordering/order.placed" },
		"an event of long ago": { type: "ordering/order.unassigned" },
		"an event that never was": { type: "hiring/worker.changed" },
		"a context": { owner: "execution" },
		"a silent context": { owner: "hiring" },
		"an order": { search: orderId },
		"a worker": { search: `worker:${workerId}` },
		"an event of long ago, lately": { type: "ordering/order.unassigned", from: "2026-11-01" },
	}),
	...ofList(runsList, asked(office.engine.listRuns), asked(office.engine.countRuns), {
		completed: { state: "completed" },
		failed: { state: "failed" },
		running: { state: "running" },
		"a function": { function: "matching/match-order" },
		"a function that never ran": { function: "billing/close-week" },
		"an order": { search: orderId },
		...weekAgo(),
	}),
	...ofList(deliveriesList, asked(office.notifications.listDeliveries), asked(office.notifications.countDeliveries), {
		...days,
		...names,
		failed: { state: "failed" },
		queued: { state: "queued" },
		"failed of a common name": { state: "failed", search: "murka" },
		"an order": { search: orderId },
	}),
	...ofList(auditList, asked(office.audit.entries), asked(office.audit.entriesCount), {
		...days,
		"a person": { actor: staffId },
		"a part of the house": { actor: "house" },
		"a seldom action": { action: "billing.grant-bonus" },
		"a common action": { action: "ordering.place" },
		"a seldom action of a person": { actor: staffId, action: "billing.grant-bonus" },
		"an order": { subject: `order:${orderId}` },
		"a person long ago": { actor: staffId, to: "2024-06-01" },
	}),
	{ name: "audit: all actions", ask: () => office.audit.actions() },
];

/** Runs are kept for a month of the machine's own time. */
function weekAgo(): Filters {
	const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
	return { "a day a week ago": { from: day(7), to: day(7) }, "failed long ago": { state: "failed", to: day(20) } };
}
