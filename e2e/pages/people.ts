import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "../_support/test";

/** Who a test can be; the same as the sign-in page offers. Workers go by their names. */
export type Persona = "loyal-client" | "new-client" | "warehouse" | "manager" | "second-manager" | "admin" | Worker;
export type Worker = "barsik" | "tisha" | "rysya" | "bogatyr" | "siama" | "sizy";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
const shelf = { width: 1280, height: 800 };

const screenOf = (persona: Persona) =>
	persona === "warehouse" ? shelf : persona.endsWith("manager") || persona === "admin" ? desk : phone;

/** The persona of a worker whom a page names. */
export const workerCalled = (name: string): Worker => (name.split(" ")[0] ?? "").toLowerCase() as Worker;

/** A person at a browser of their own, signed in, at a screen as they have it. */
export async function arrive(browser: Browser, baseURL: string, persona: Persona): Promise<Page> {
	const context = await browser.newContext({ baseURL, viewport: screenOf(persona) });
	await signIn(context, persona);
	return context.newPage();
}

/** Becomes a persona in a browser that is there already. */
export async function signIn(context: BrowserContext, persona: Persona): Promise<void> {
	const answer = await context.request.post("/api/trpc/demo.signInAs", { data: { json: { persona } } });
	expect(answer.ok(), await answer.text()).toBe(true);
}

/** Asks a procedure as whoever the browser is. */
export async function ask<Answer>(context: BrowserContext, path: string, input: unknown = null): Promise<Answer> {
	const query = new URLSearchParams({ input: JSON.stringify({ json: input }) });
	const answer = await context.request.get(`/api/trpc/${path}?${query}`);
	expect(answer.ok(), await answer.text()).toBe(true);
	return (await answer.json()).result.data.json as Answer;
}

/** Calls a procedure that changes something. Answers the status. */
export async function tell(context: BrowserContext, path: string, input: unknown): Promise<number> {
	return (await context.request.post(`/api/trpc/${path}`, { data: { json: input } })).status();
}

/** Time stops every hour on its way, and on the first of a month its end is far. */
export const A_MONTH_TAKES_MS = 400_000;

/** Lets the company live up to a moment of its own time. */
export const liveUntil = (context: BrowserContext, moment: Date): Promise<void> =>
	travel(context, { json: { to: moment.toISOString() }, meta: { values: { to: ["Date"] } } });

/** Lets the company live up to its next Sunday's cut-off. */
export const liveUntilWeekEnd = (context: BrowserContext): Promise<void> =>
	travel(context, { json: { to: "week-end" } });

/** Lets the company live up to its month's cut-off. */
export const liveUntilMonthEnd = (context: BrowserContext): Promise<void> =>
	travel(context, { json: { to: "month-end" } });

async function travel(context: BrowserContext, data: unknown): Promise<void> {
	const answer = await context.request.post("/api/trpc/demo.travel", { data, timeout: A_MONTH_TAKES_MS });
	expect(answer.ok(), await answer.text()).toBe(true);
}
