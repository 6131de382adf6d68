import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { desc } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { rawSql } from "@/db/client";
import { matchRecords } from "@/db/schema/matching-pipelines";
import { issueInvoices } from "@/server/contexts/billing/commands/issue-invoices";
import { issuePayouts } from "@/server/contexts/billing/commands/issue-payouts";
import { openMonth } from "@/server/contexts/billing/commands/open-month";
import { openWeek } from "@/server/contexts/billing/commands/open-week";
import { startAttempt } from "@/server/contexts/hiring/commands/start-attempt";
import { standardRule } from "@/server/contexts/hiring/domain/screening-rule";
import { testContent } from "@/server/contexts/hiring/domain/test-content";
import { anAssessment, aPublishedTest, aTestContent } from "@/server/contexts/hiring/testing";
import { startTestEngine } from "@/server/engine/testing";
import { functions } from "@/server/inngest/functions";
import { visitor } from "@/server/kernel/actor";
import type { ApplicationId, AttemptId, TestId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { linkToken } from "@/server/platform/signed-links";
import { access } from "@/server/trpc/access";
import { clients, router } from "@/server/trpc/procedures";
import { createRequestCtx } from "@/server/trpc/request-context";
import { appRouter } from "@/server/trpc/root";
import { type Procedure, proceduresOf, shapedLike } from "@/server/trpc/testing";
import { handleLive } from "./live";
import { requestFor, type SignedIn } from "./testing";
import { type Story, tellStory } from "./testing-story";
import { handleTrpc } from "./trpc";

vi.hoisted(() => {
	delete process.env.COOKIE_BAKER_URL;
	delete process.env.COOKIE_BAKER_SECRET;
});

/** What only managers may learn, so particular that none of it occurs by chance. */
const secrets = {
	score: "0.7391846251",
	stepValue: "0.6182734509",
	weight: "4.2918374655",
	eliminatedBy: "a-step-of-ours-and-nobody-elses",
	why: "not-telling-anybody-why",
	rival: "0badc0de-0000-7000-8000-00000000d1ff",
};
/** What of a test only its graders and managers may learn. */
const keys = { answer: "739184.6251", rubric: "what-graders-look-for-and-nobody-else-knows" };
/** What only managers may learn of how candidates are judged. */
const judged = { rule: "a-rule-that-nobody-else-has", trait: "a-trait-of-ours", reason: "not-saying-what-is-missed" };
const traces = [
	...Object.values(secrets),
	...Object.values(keys),
	...Object.values(judged),
	"pipelineVersion",
	"priceFormulaVersion",
	"trait-fit",
	"fair-share",
];

/** From here on whatever matching finds is found with the planted values in it, wherever it is kept and told. */
const plant = () =>
	rawSql().unsafe(`
	create function public.plant_record() returns trigger language plpgsql as $$ begin
		new.score := case when new.score is not null then ${secrets.score} end;
		new.candidates := (select coalesce(jsonb_agg(jsonb_set(one, '{values}', '{"trait-fit": ${secrets.stepValue}, "total": ${secrets.score}}')), '[]')
			from jsonb_array_elements(new.candidates) one) || '[{"sample": "${secrets.rival}", "version": 1, "rank": null,
				"values": {"trait-fit": ${secrets.stepValue}}, "out": {"step": "${secrets.eliminatedBy}", "why": "${secrets.why}"}}]';
		return new;
	end $$;
	create trigger plant before insert or update on matching.match_records for each row execute function public.plant_record();
	create function public.plant_event() returns trigger language plpgsql as $$ begin
		new.data := jsonb_set(new.data, '{score}', '${secrets.score}');
		return new;
	end $$;
	create trigger plant before insert on events.outbox for each row when (new.name = 'matching/worker.matched')
		execute function public.plant_event();
	update matching.pipelines set steps = jsonb_set(steps, '{4,weight}', '${secrets.weight}');`);

type Ask = (request: Request) => Promise<Response>;
type Answers = { path: string; who: string; status: number; text: string }[];

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let story: Story;
const toldInTheStory: string[] = [];
let paper: { token: string; attemptId: AttemptId; testId: TestId; applicationId: ApplicationId };

/** Somebody sits at a test, by the link that everybody is going to try. */
async function sitAtTest(): Promise<typeof paper> {
	const ctx = createCtx();
	const content = JSON.stringify(aTestContent())
		.replace(":12,", `:${keys.answer},`)
		.replaceAll("Takes care", keys.rubric);
	const testId = await aPublishedTest(ctx, testContent.parse(JSON.parse(content)));
	const { token, attempts, applicationId } = await anAssessment(ctx, { testIds: [testId] });
	const [attempt] = attempts;
	if (!attempt) throw new Error("nothing was assigned");
	await startAttempt(actingAs(ctx, visitor), { token, attemptId: attempt.attemptId });
	await judge(applicationId);
	return { token, attemptId: attempt.attemptId, testId, applicationId };
}

/** Screening has found something about the one who sits there, by a rule of the house. */
const judge = (applicationId: ApplicationId) =>
	rawSql().unsafe(`
	insert into hiring.screening_rules (vacancy_id, version, name, rule, based_on, author, created_at)
		select vacancy_id, 1, '${judged.rule}', '${JSON.stringify(standardRule)}', 0, '{}', now()
		from hiring.applications where id = '${applicationId}';
	insert into hiring.scorecards (application_id, number, vacancy_id, basis, scores, score, percentile, cohort_from, cohort_size,
			cohort_above, cohort_equal, rule_version, proposal, reasons, trial, drawn_up_at)
		select id, 1, vacancy_id, 'planted', '{"${judged.trait}": 7391}', 7391, 6173, now(), 1, 0, 1, 1, 'reject',
			'[{"code": "${judged.reason}"}]', false, now()
		from hiring.applications where id = '${applicationId}'`);

beforeAll(async () => {
	await plant();
	engine = await startTestEngine(functions);
	story = await tellStory(createCtx(), engine, (answer) => void toldInTheStory.push(answer));
	await closeTheBooks();
	paper = await sitAtTest();
}, 180_000);
afterAll(() => engine.stop());

/** The client has an invoice and the worker a payout, while the orders are still as the story left them. */
async function closeTheBooks(): Promise<void> {
	const december = at(createCtx(), "2026-12-01T06:00:00Z");
	for (let due = await openWeek(december); due; due = await openWeek(december)) {
		while (!(await issueInvoices(december, due)).isClosed);
	}
	for (let due = await openMonth(december); due; due = await openMonth(december)) {
		while (!(await issuePayouts(december, due)).isClosed);
	}
	await engine.settle(60_000);
}

const TRIES = 2000;

/** Inputs that fit a procedure: about everything that the story knows by that name, and otherwise something that is accepted. */
async function inputsFor({ inputs: [schema] }: Procedure): Promise<unknown[]> {
	if (!schema) return [undefined];
	if (!(schema instanceof z.ZodObject)) return [acceptedBy(schema)];
	const kits = await rawSql()<{ id: string }[]>`select id from supplies.kits`;
	const invoices = await rawSql()<{ id: string }[]>`select id from billing.invoices`;
	const payouts = await rawSql()<{ id: string }[]>`select id from billing.payouts`;
	const messages = await rawSql()<{ id: string }[]>`select id from notifications.messages`;
	const known: Record<string, unknown[]> = {
		orderId: Object.values(story.orders),
		kitId: kits.map(({ id }) => id),
		invoiceId: invoices.map(({ id }) => id),
		payoutId: payouts.map(({ id }) => id),
		messageId: messages.map(({ id }) => id),
		workerId: [story.people.worker.person.workerId],
		days: [{ first: "2026-12-01", last: "2026-12-02" }],
		token: [paper.token, linkToken("application", paper.applicationId)],
		attemptId: [paper.attemptId],
		applicationId: [paper.applicationId],
		serviceTypeId: [story.known.serviceTypeId],
		photoId: [story.known.photoId],
		reportPhotoId: [story.known.photoId],
		/** No time passes. */
		to: [createCtx().clock.now()],
		startsAt: [new Date("2026-11-26T08:00:00Z")],
		place: [{ zoneId: story.known.zoneId, address: "Cat street 9", note: "" }],
		contact: [{ name: "Murka", phone: "+79990001122" }],
		cursor: [undefined],
		outcome: [undefined],
		limit: [undefined],
	};
	const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
	const choices = fields.map(([name, field]): [string, unknown[]] => [name, known[name] ?? [acceptedBy(field)]]);
	const most = Math.max(1, ...choices.map(([, values]) => values.length));
	return Array.from({ length: most }, (_, at) =>
		Object.fromEntries(choices.map(([name, values]) => [name, values[at % values.length]])),
	);
}

function acceptedBy(schema: z.ZodType): unknown {
	const tries = fc.sample(shapedLike(schema), TRIES);
	const found = tries.findIndex((given) => schema.safeParse(given).success);
	if (found < 0)
		throw new Error(
			`chance does not find what ${JSON.stringify(z.toJSONSchema(schema))} accepts: name it in server/trpc/testing.ts`,
		);
	return tries[found];
}

const isForManagersOnly = (path: string): boolean => {
	const allowed = access[path];
	return Array.isArray(allowed) && allowed.every((role) => role === "manager" || role === "admin");
};

/** By these the candidate goes, and nothing can be asked of one who is gone. */
const leaves = ({ path }: Procedure): boolean => ["hiring.withdrawMine", "hiring.eraseMine"].includes(path);

/** Everything that each person but a manager gets to hear, of every procedure that is not a manager's only. */
async function askEverything(given: Procedure[], ask: Ask): Promise<Answers> {
	const people: [string, SignedIn | null][] = [...Object.entries(story.people), ["visitor", null]];
	const answers: Answers = [];
	const open = given.filter(({ path }) => !isForManagersOnly(path));
	for (const procedure of [...open.filter((one) => !leaves(one)), ...open.filter(leaves)]) {
		for (const input of await inputsFor(procedure)) {
			for (const [who, person] of people) {
				const response = await ask(requestFor(procedure.type, procedure.path, input, person));
				answers.push({ path: procedure.path, who, status: response.status, text: await response.text() });
			}
		}
	}
	return answers;
}

const tracesIn = (text: string): string[] => traces.filter((trace) => text.includes(trace));

const leaksIn = (answers: Answers): string[] =>
	answers.flatMap(({ path, who, text }) => tracesIn(text).map((trace) => `${path} tells ${who} ${trace}`));

describe("what is secret about matching, tests and screening", () => {
	it("is there to be found: a manager sees all of it", async () => {
		const { orderId } = { orderId: story.orders.completed };
		const ask = async (path: string, input: unknown) =>
			(await handleTrpc(requestFor("query", path, input, story.manager))).text();
		const seen = (await ask("matching.officeOrder", { orderId })) + (await ask("matching.chain", undefined));
		expect(Object.values(secrets).filter((secret) => !seen.includes(secret))).toEqual([]);
		expect(await ask("timeline.order", { orderId })).toContain(secrets.score);
		const test = await ask("hiring.test", { testId: paper.testId });
		expect(Object.values(keys).filter((key) => !test.includes(key))).toEqual([]);
		const card = await ask("hiring.scorecard", { applicationId: paper.applicationId });
		expect(Object.values(judged).filter((secret) => !card.includes(secret))).toEqual([]);
	});

	it("is in no answer to a client, a worker, the warehouse or a visitor, from any procedure", async () => {
		const all = proceduresOf(appRouter);
		const answers = await askEverything(all, handleTrpc);
		expect([...new Set(leaksIn(answers))]).toEqual([]);
		expect(toldInTheStory.flatMap(tracesIn)).toEqual([]);

		// What was asked for fitted: nothing was refused for its form, and every question had an answer for somebody.
		const unfit = answers.filter(({ status }) => status === 400 || status >= 500);
		expect(unfit.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
		const answered = new Set(answers.filter(({ status }) => status === 200).map(({ path }) => path));
		const questions = all.filter(({ path, type }) => type === "query" && !isForManagersOnly(path));
		const silent = questions.filter(({ path }) => !answered.has(path)).map(({ path }) => path);
		expect(silent).toEqual([]);
	}, 120_000);

	it("is not in the stream of changes either", async () => {
		for (const person of Object.values(story.people)) {
			const all = new Request("http://localhost:3000/api/live", {
				headers: { cookie: person.cookie, "last-event-id": "3:3:" },
			});
			const reader = (await handleLive(all)).body?.getReader();
			let text = "";
			await vi.waitFor(async () => {
				text += new TextDecoder().decode((await reader?.read())?.value);
				expect(text).toMatch(/data: \{"context"/);
			});
			await reader?.cancel();
			expect(tracesIn(text)).toEqual([]);
		}
	});
});

describe("a procedure that leaks", () => {
	const leaky = router({
		ordering: router({
			whyThisWorker: clients.input(z.object({ orderId: z.uuid() })).query(async ({ ctx }) => {
				const [record] = await ctx.db.select().from(matchRecords).orderBy(desc(matchRecords.at)).limit(1);
				return { words: `best of ${record?.candidates.length}`, details: record };
			}),
		}),
	});
	const ask: Ask = (req) =>
		fetchRequestHandler({
			endpoint: "/api/trpc",
			req,
			router: leaky,
			createContext: () => createRequestCtx(req.headers),
		});

	it("is found, though nobody has told this test of it", async () => {
		const leaks = leaksIn(await askEverything(proceduresOf(leaky), ask));
		for (const secret of [secrets.score, secrets.stepValue, secrets.rival, secrets.why, secrets.eliminatedBy]) {
			expect(leaks).toContain(`ordering.whyThisWorker tells client ${secret}`);
		}
		expect(leaks.filter((leak) => leak.includes("worker "))).toEqual([]);
	});
});
