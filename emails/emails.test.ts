import { describe, expect, it } from "vitest";
import { mailNames, type News, writeMail } from ".";

const order = {
	...{ orderId: "0199a9a0-0000-7000-8000-000000000001", orderNumber: 12 },
	serviceName: { en: "Window washing", ru: "Мытьё окон" },
	startsAt: new Date("2026-11-25T09:00:00Z"),
	...{ durationMinutes: 90, address: "Roof 3" },
};
const names = { clientName: "Murka", workerName: "Barsik" };
const costs = { toPay: 95_00n, penalty: 40_00n };
const invoice = { invoiceId: order.orderId, number: "2026-00042", amount: 285_00n };
const correction = { order, earlier: "failed", outcome: "completed" } as const;

const payout = { payoutId: order.orderId, number: "P2026-00042", month: "2026-11-30", amount: 140_00n };

const token = "AZqn9wAAcACAAAAAAAAAAA.1.signed";

const all: News[] = [
	{ mail: "application-received", told: { token } },
	{ mail: "application-withdrawn", told: { token } },
	{ mail: "assessment-assigned", told: { token, tests: 3, minutes: 75, dueAt: new Date("2026-11-30T19:00:00Z") } },
	{ mail: "assessment-received", told: { token } },
	{ mail: "candidate-contacted", told: { token } },
	{ mail: "candidate-rejected", told: { token } },
	{
		mail: "candidate-reminder-office",
		told: { applicationId: order.orderId, candidate: "Vaska", words: "Call again" },
	},
	{ mail: "order-placed", told: { order } },
	{ mail: "order-assigned", told: { order, ...names, price: 95_00n, discountPercent: 5 } },
	{ mail: "order-assigned", told: { order, ...names, price: 100_00n, discountPercent: 0 } },
	{ mail: "job-assigned", told: { order, share: 60_00n } },
	{ mail: "job-withdrawn", told: { order } },
	{ mail: "order-unassigned", told: { order } },
	...(["nobody-in-pool", "nobody-suits", "everybody-booked"] as const).map(
		(reason): News => ({ mail: "order-waiting", told: { order, reason } }),
	),
	{ mail: "job-completed", told: { order, ...costs } },
	...(["never-staffed", "no-show", "gave-up", "decided-by-manager"] as const).flatMap((reason): News[] => [
		{ mail: "job-failed", told: { order, reason, toPay: reason === "never-staffed" ? 0n : 95_00n } },
		{ mail: "job-failed-office", told: { order, reason, ...names } },
		{ mail: "job-penalty", told: { order, reason, ...costs } },
	]),
	{ mail: "order-cancelled", told: { order, by: "client", toPay: 95_00n } },
	{ mail: "order-cancelled", told: { order, by: "manager", toPay: 0n } },
	{ mail: "job-cancelled", told: { order } },
	{ mail: "cancellation-refused", told: { order, why: "already-started" } },
	{ mail: "cancellation-refused", told: { order, why: "already-ended" } },
	{ mail: "kit-ready", told: { order } },
	{ mail: "job-overdue", told: { order, ...names } },
	...(["card", "transfer"] as const).map((by): News => ({ mail: "invoice-paid", told: { ...invoice, by } })),
	{ mail: "collection-failed", told: { ...invoice, nextAt: new Date("2026-11-30T19:00:00Z") } },
	{ mail: "invoice-overdue", told: invoice },
	{ mail: "invoice-overdue", told: { ...invoice, why: "charged-back" } },
	...(
		[
			{ way: "invoice", invoice: { invoiceId: order.orderId, number: "2026-00042" } },
			{ way: "refund", invoice: { invoiceId: order.orderId, number: "2026-00042" } },
			{ way: "next", invoice: null },
		] as const
	).map(
		(found): News => ({
			mail: "charge-waived",
			told: { ...found, orderId: order.orderId, orderNumber: 12, amount: 30_00n, reason: "The glasses stayed" },
		}),
	),
	...(["card", "transfer"] as const).flatMap((by): News[] => [
		{ mail: "refund-paid", told: { ...invoice, by } },
		{ mail: "refund-failed", told: { ...invoice, by } },
	]),
	{ mail: "payment-disputed-office", told: invoice },
	{ mail: "invoice-issued", told: { invoiceId: order.orderId, number: "2026-00042", total: 285_00n, lineCount: 3 } },
	{ mail: "bonus-granted", told: { amount: 15_50n, reason: "Three sofas in a day" } },
	{ mail: "payout-paid", told: payout },
	{ mail: "payout-rejected", told: { ...payout, reason: "The account is closed" } },
	{ mail: "payout-rejected-office", told: { ...payout, workerName: "Barsik", reason: "The account is closed" } },
	{ mail: "worker-welcome", told: {} },
	{ mail: "ending-corrected", told: { ...correction, toPay: 95_00n } },
	{ mail: "earning-corrected", told: { ...correction, reason: "Was there in time" } },
];

const addressee = (locale: "en" | "ru", name = "Murka") => ({
	...{ name, locale, appUrl: "https://cats.example", sign: "₡", timeZone: "Europe/Moscow" },
});

describe("every mail", () => {
	it("is tried here", () => {
		expect([...new Set(all.map(({ mail }) => mail))].sort()).toEqual([...mailNames].sort());
	});

	it.each(all)("$mail has all its words in both languages, and a way to act", async (news) => {
		const [en, ru] = [await writeMail(news, addressee("en")), await writeMail(news, addressee("ru"))];
		for (const { subject, text, html } of [en, ru]) {
			// What is missing shows as the name of its key.
			expect(`${subject}\n${text}`).not.toMatch(/emails\.|undefined|\{|\}/);
			expect(html).toContain("https://cats.example/");
			expect(html).toContain("Make Cats Free");
			expect(subject.length).toBeLessThan(90);
		}
		expect(en.text).toContain("Hello Murka,");
		expect(ru.text).toContain("Здравствуйте, Murka!");
		expect(en.subject).not.toMatch(/[а-я]/i);
		expect(ru.subject).toMatch(/[а-я]/i);
		expect(ru.html).toContain('lang="ru"');
		expect(ru.html).toContain("https://cats.example/ru/");
	});

	it("shows a person's text as text, whatever is in it", async () => {
		const name = '<img src=x onerror="alert(1)"> {count, plural, }';
		const { html } = await writeMail(
			{ mail: "order-placed", told: { order: { ...order, address: name } } },
			addressee("en", name),
		);
		expect(html).not.toContain("<img");
		expect(html).toContain("&lt;img");
	});
});
