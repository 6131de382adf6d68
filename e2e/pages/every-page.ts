import type { Persona } from "./people";

/** Ids that pages are about, found in the running demo. */
export type Known = {
	orderId: string;
	clientId: string;
	jobId: string;
	workerId: string;
	applicationId: string;
	serviceTypeId: string;
	invoiceId: string;
	payoutId: string;
	transactionId: string;
	eventId: string;
	runId: string;
	messageId: string;
	/** Null where the company has tried nothing yet. */
	experimentId: string | null;
	/** Null where nothing waits for graders. */
	attemptId: string | null;
};

type PageOfHouse = {
	/** The folder under app/[locale] that holds it. */
	folder: string;
	path?: (known: Known) => string;
	as: Persona | null;
};

/** Every page of the house and who sees it. A page that is not here is found by a test. */
export const pages: Record<string, PageOfHouse> = {
	landing: { folder: "/(public)", as: null },
	"how it works": { folder: "/(public)/how-it-works", as: null },
	prices: { folder: "/(public)/prices", as: null },
	apply: { folder: "/(public)/apply", as: null },
	"application received": { folder: "/(public)/apply/received", as: null },
	"a candidate's own page": {
		folder: "/(public)/application/[token]",
		path: () => "/application/a-link-that-nobody-gave",
		as: null,
	},
	"for workers": { folder: "/(public)/for-workers", as: null },
	privacy: { folder: "/(public)/privacy", as: null },
	terms: { folder: "/(public)/terms", as: null },
	imprint: { folder: "/(public)/imprint", as: null },
	"sign in": { folder: "/(public)/sign-in", as: null },
	personas: { folder: "/demo", as: null },
	mailbox: { folder: "/demo/mailbox", as: null },
	"design system": { folder: "/demo/ui", as: null },
	"client's orders": { folder: "/(client)/orders", as: "loyal-client" },
	"new client's orders": { folder: "/(client)/orders", as: "new-client" },
	"request form": { folder: "/(client)/orders/new", as: "loyal-client" },
	"client's order": {
		folder: "/(client)/orders/[orderId]",
		path: ({ orderId }) => `/orders/${orderId}`,
		as: "loyal-client",
	},
	"client's billing": { folder: "/(client)/billing", as: "loyal-client" },
	"client's invoice": {
		folder: "/(client)/billing/invoices/[invoiceId]",
		path: ({ invoiceId }) => `/billing/invoices/${invoiceId}`,
		as: "loyal-client",
	},
	"client's profile": { folder: "/(client)/profile", as: "loyal-client" },
	"worker's today": { folder: "/(worker)/jobs", as: "barsik" },
	"worker's upcoming": { folder: "/(worker)/jobs/upcoming", as: "barsik" },
	"worker's history": { folder: "/(worker)/jobs/history", as: "barsik" },
	"worker's money": { folder: "/(worker)/jobs/money", as: "barsik" },
	"worker's payout": {
		folder: "/(worker)/jobs/money/payouts/[payoutId]",
		path: ({ payoutId }) => `/jobs/money/payouts/${payoutId}`,
		as: "barsik",
	},
	"worker's profile": { folder: "/(worker)/jobs/profile", as: "barsik" },
	"worker's job": { folder: "/(worker)/jobs/[orderId]", path: ({ jobId }) => `/jobs/${jobId}`, as: "barsik" },
	kiosk: { folder: "/(warehouse)/kiosk", as: "warehouse" },
	office: { folder: "/(admin)/admin", as: "manager" },
	"office's orders": { folder: "/(admin)/admin/orders", as: "manager" },
	"office's order": {
		folder: "/(admin)/admin/orders/[orderId]",
		path: ({ orderId }) => `/admin/orders/${orderId}`,
		as: "manager",
	},
	"office's money": { folder: "/(admin)/admin/money", as: "manager" },
	invoices: { folder: "/(admin)/admin/money/invoices", as: "manager" },
	invoice: {
		folder: "/(admin)/admin/money/invoices/[invoiceId]",
		path: ({ invoiceId }) => `/admin/money/invoices/${invoiceId}`,
		as: "manager",
	},
	ledger: { folder: "/(admin)/admin/money/ledger", as: "manager" },
	transaction: {
		folder: "/(admin)/admin/money/ledger/[transactionId]",
		path: ({ transactionId }) => `/admin/money/ledger/${transactionId}`,
		as: "manager",
	},
	"checks and seals": { folder: "/(admin)/admin/money/checks", as: "manager" },
	clients: { folder: "/(admin)/admin/clients", as: "manager" },
	client: {
		folder: "/(admin)/admin/clients/[clientId]",
		path: ({ clientId }) => `/admin/clients/${clientId}`,
		as: "manager",
	},
	"audit log": { folder: "/(admin)/admin/audit", as: "manager" },
	"service types": { folder: "/(admin)/admin/service-types", as: "manager" },
	"new service type": { folder: "/(admin)/admin/service-types/new", as: "manager" },
	"service type": {
		folder: "/(admin)/admin/service-types/[serviceTypeId]",
		path: ({ serviceTypeId }) => `/admin/service-types/${serviceTypeId}`,
		as: "manager",
	},
	hiring: { folder: "/(admin)/admin/hiring", as: "manager" },
	"figures of hiring": { folder: "/(admin)/admin/hiring/figures", as: "manager" },
	candidates: { folder: "/(admin)/admin/hiring/candidates", as: "manager" },
	candidate: {
		folder: "/(admin)/admin/hiring/candidates/[applicationId]",
		path: ({ applicationId }) => `/admin/hiring/candidates/${applicationId}`,
		as: "manager",
	},
	workers: { folder: "/(admin)/admin/workers", as: "manager" },
	"new worker": { folder: "/(admin)/admin/workers/new", as: "manager" },
	worker: {
		folder: "/(admin)/admin/workers/[workerId]",
		path: ({ workerId }) => `/admin/workers/${workerId}`,
		as: "manager",
	},
	"worker's profile in the office": {
		folder: "/(admin)/admin/workers/[workerId]/edit",
		path: ({ workerId }) => `/admin/workers/${workerId}/edit`,
		as: "manager",
	},
	payouts: { folder: "/(admin)/admin/money/payouts", as: "manager" },
	payout: {
		folder: "/(admin)/admin/money/payouts/[payoutId]",
		path: ({ payoutId }) => `/admin/money/payouts/${payoutId}`,
		as: "manager",
	},
	bonuses: { folder: "/(admin)/admin/money/bonuses", as: "manager" },
	approvals: { folder: "/(admin)/admin/money/approvals", as: "manager" },
	matching: { folder: "/(admin)/admin/matching", as: "manager" },
	"a chain's editor": {
		folder: "/(admin)/admin/matching/[version]",
		path: () => "/admin/matching/1",
		as: "manager",
	},
	"comparison of chains": { folder: "/(admin)/admin/matching/compare", as: "manager" },
	"screening rules": { folder: "/(admin)/admin/hiring/rules", as: "manager" },
	"new screening rule": { folder: "/(admin)/admin/hiring/rules/edit", as: "manager" },
	"screening experiments": { folder: "/(admin)/admin/hiring/experiments", as: "manager" },
	"screening experiment": {
		folder: "/(admin)/admin/hiring/experiments/[experimentId]",
		path: ({ experimentId }) => `/admin/hiring/experiments/${experimentId ?? ""}`,
		as: "manager",
	},
	"new screening experiment": { folder: "/(admin)/admin/hiring/experiments/new", as: "manager" },
	policies: { folder: "/(admin)/admin/policies", as: "manager" },
	"change of policies": {
		folder: "/(admin)/admin/policies/[set]",
		path: () => "/admin/policies/money",
		as: "admin",
	},
	system: { folder: "/(admin)/admin/system", as: "admin" },
	"system's events": { folder: "/(admin)/admin/system/events", as: "manager" },
	"system's event": {
		folder: "/(admin)/admin/system/events/[eventId]",
		path: ({ eventId }) => `/admin/system/events/${eventId}`,
		as: "admin",
	},
	"system's runs": { folder: "/(admin)/admin/system/runs", as: "manager" },
	"system's run": {
		folder: "/(admin)/admin/system/runs/[runId]",
		path: ({ runId }) => `/admin/system/runs/${runId}`,
		as: "manager",
	},
	"system's deliveries": { folder: "/(admin)/admin/system/deliveries", as: "manager" },
	"system's delivery": {
		folder: "/(admin)/admin/system/deliveries/[messageId]",
		path: ({ messageId }) => `/admin/system/deliveries/${messageId}`,
		as: "admin",
	},
	"system's map": { folder: "/(admin)/admin/system/map", as: "manager" },
	"candidate's tests": {
		folder: "/(public)/assessment/[token]",
		path: () => "/assessment/a-link-that-nobody-gave",
		as: null,
	},
	grading: { folder: "/(admin)/admin/hiring/grading", as: "manager" },
	"test library": { folder: "/(admin)/admin/hiring/tests", as: "manager" },
	"new test": { folder: "/(admin)/admin/hiring/tests/new", as: "manager" },
	"a test": {
		folder: "/(admin)/admin/hiring/tests/[testId]",
		path: () => "/admin/hiring/tests/01900000-0000-7000-8000-000000000010",
		as: "manager",
	},
	vacancies: { folder: "/(admin)/admin/hiring/vacancies", as: "manager" },
	"test sets": { folder: "/(admin)/admin/hiring/sets", as: "manager" },
	"grading sheet": {
		folder: "/(admin)/admin/hiring/grading/[attemptId]",
		path: ({ attemptId }) => `/admin/hiring/grading${attemptId ? `/${attemptId}` : ""}`,
		as: "manager",
	},
	welcome: { folder: "/(public)/welcome/[token]", path: () => "/welcome/a-link-that-nobody-gave", as: null },
};

/** The address of a page: its folder without the groups in parentheses, unless it is about something. */
export const addressOf = ({ folder, path }: PageOfHouse, known: Known): string =>
	path ? path(known) : folder.replace(/\/\([a-z]+\)/, "") || "/";
