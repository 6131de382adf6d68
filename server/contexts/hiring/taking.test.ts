import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { applications } from "@/db/schema/hiring-applications";
import { answers, attemptNotes, attemptResults, attempts } from "@/db/schema/hiring-tests";
import { auditEntries, files } from "@/db/schema/platform";
import { startTestEngine } from "@/server/engine/testing";
import { visitor } from "@/server/kernel/actor";
import { after as later, minutes } from "@/server/kernel/clock";
import { type AttemptId, type FileId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { aPerson } from "../identity/testing";
import { assignTests } from "./commands/assign-tests";
import { finishSection } from "./commands/finish-section";
import { gradeAnswer } from "./commands/grade-answer";
import { publishTest } from "./commands/publish-test";
import { replaceLink, revokeLink } from "./commands/replace-link";
import { saveAnswers } from "./commands/save-answers";
import { saveTest } from "./commands/save-test";
import { startAttempt } from "./commands/start-attempt";
import type { AnswerValue } from "./contracts/taking";
import { expireAttemptWhenTimeIsUp } from "./functions/expire-attempt";
import { getAssessment } from "./queries/get-assessment";
import { getCandidateTests } from "./queries/get-candidate-tests";
import { getGrading } from "./queries/get-grading";
import { getPaper } from "./queries/get-paper";
import { listGrading } from "./queries/list-grading";
import { anAssessment, aPublishedTest, aTestContent } from "./testing";

const START = new Date("2026-12-01T10:00:00Z");
const ctx = at(createCtx(), START);
const manager = (name = "Matilda") => actingAs(ctx, { ...aPerson("manager"), name });
/** The candidate's browser, so many minutes after the start. */
const browser = (minute = 0) => actingAs(at(ctx, later(START, minutes(minute))), visitor);

type Link = { token: string; attemptId: AttemptId };
type Paper = Extract<Awaited<ReturnType<typeof getPaper>>, { state: "running" }>;

async function begun(given: { extraPercent?: number } = {}) {
	const testIds = [await aPublishedTest(ctx)];
	const assessment = await anAssessment(ctx, { testIds, ...given });
	const [attempt] = assessment.attempts;
	if (!attempt) throw new Error("no attempt");
	const link: Link = { token: assessment.token, attemptId: attempt.attemptId };
	await startAttempt(browser(), link);
	return { ...assessment, link };
}

async function paperOf(link: Link, minute = 0): Promise<Paper> {
	const paper = await getPaper(browser(minute), link);
	if (paper.state !== "running") throw new Error(paper.state);
	return paper;
}

const questionOf = ({ paper }: Paper, kind: string) => {
	const found = paper.questions.find((question) => question.kind === kind);
	if (!found) throw new Error(`no ${kind}`);
	return found;
};
const optionOf = (paper: Paper, text: string): string => {
	const question = questionOf(paper, "single");
	return ("options" in question && question.options.find((option) => option.text.en === text)?.key) || "";
};
const save = (link: Link, minute: number, question: string, sequence: number, value: AnswerValue) =>
	saveAnswers(browser(minute), { ...link, answers: [{ question, sequence, value }], notes: [] });
const number = (given: number): AnswerValue => ({ kind: "number", number: given });
const kept = (attemptId: AttemptId) => ctx.db.select().from(answers).where(eq(answers.attemptId, attemptId));
const attemptOf = async (attemptId: AttemptId) =>
	(await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId)))[0];
const stateOf = async (id: (typeof applications.$inferSelect)["id"]) =>
	(await ctx.db.select().from(applications).where(eq(applications.id, id)))[0]?.state;
const told = async (subject: string) =>
	(
		await ctx.db
			.select({ name: outbox.name, data: outbox.data })
			.from(outbox)
			.where(sql`${outbox.subjects} @> array[${subject}]`)
			.orderBy(outbox.sequence)
	).filter(({ name }) => /^hiring\/(assess|attempt)/.test(name));

/** Both parts answered, right but for the text, which people look at. */
async function handedIn() {
	const taken = await begun();
	const first = await paperOf(taken.link);
	const right = { kind: "single" as const, option: optionOf(first, "yes") };
	await save(taken.link, 1, questionOf(first, "single").key, 1, right);
	await save(taken.link, 2, questionOf(first, "number").key, 1, number(12));
	await finishSection(browser(3), { ...taken.link, section: 0 });
	const second = await paperOf(taken.link, 3);
	await save(taken.link, 4, questionOf(second, "long").key, 1, { kind: "long", text: "I would wait and see." });
	await finishSection(browser(5), { ...taken.link, section: 1 });
	return taken;
}

describe("a link", () => {
	it("is in no table and no event, and opens its own tests only, until it is revoked or replaced", async () => {
		const one = await begun();
		const other = await begun();
		await expect(getPaper(browser(), { ...one.link, token: other.token })).rejects.toThrow("tests.link_unknown");
		const stored = await ctx.db.execute(
			sql`select coalesce(string_agg(data::text, ''), '') as data from events.outbox`,
		);
		expect(JSON.stringify(stored)).not.toContain(one.token.slice(25));

		await revokeLink(manager(), one);
		expect(await getAssessment(browser(), one)).toEqual({ state: "unknown" });
		await expect(save(one.link, 1, "0".repeat(16), 1, number(1))).rejects.toThrow("tests.link_unknown");

		await replaceLink(manager(), one);
		const { assessment } = await getCandidateTests(manager(), one);
		expect(await getAssessment(browser(), { token: assessment?.token ?? "" })).toMatchObject({ state: "open" });
		expect(await getAssessment(browser(), one)).toEqual({ state: "unknown" });
		const mails = (await told(`application:${one.applicationId}`)).filter(({ name }) => name.endsWith("assigned"));
		expect(mails.map(({ data }) => data.linkVersion)).toEqual([1, 2]);
	});
});

describe("assigning", () => {
	it("takes the application to testing, keeps versions, and leaves what was begun", async () => {
		const [early, late] = [await aPublishedTest(ctx), await aPublishedTest(ctx)];
		const { applicationId, attempts: assigned } = await anAssessment(ctx, { testIds: [early, late] });
		expect(await stateOf(applicationId)).toBe("testing");
		expect(assigned.map(({ testId, state }) => [testId, state])).toEqual([
			[early, "assigned"],
			[late, "assigned"],
		]);
		const content = aTestContent({ minutes: 60 });
		const { revision } = await saveTest(manager(), { idempotencyKey: newId(), testId: early, revision: 1, content });
		await publishTest(manager(), { testId: early, revision });

		const again = { applicationId, setId: null, testIds: [early], extraPercent: 50, days: 3 };
		await assignTests(manager(), again);
		const { assessment } = await getCandidateTests(manager(), { applicationId });
		expect(assessment).toMatchObject({ extraPercent: 50, attempts: [{ testId: early, version: 1 }] });
		expect(await told(`application:${applicationId}`)).toHaveLength(1);
		const rows = await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "hiring.assign-tests"));
		expect(rows.length).toBeGreaterThan(1);
	});

	it.each([
		["a visitor", () => actingAs(ctx, visitor), "common.sign_in_first"],
		["a client", () => actingAs(ctx, aPerson("client")), "common.not_allowed"],
		["a worker", () => actingAs(ctx, aPerson("worker")), "common.not_allowed"],
	])("is not for %s, nor is anything else of the office", async (_who, actor, refusal) => {
		const {
			applicationId,
			attempts: assigned,
			assessmentId,
		} = await anAssessment(ctx, { testIds: [await aPublishedTest(ctx)] });
		const [attempt] = assigned;
		if (!attempt) throw new Error("no attempt");
		const one = { ...attempt, applicationId, assessmentId };
		const grade = { ...one, question: "plan", criteria: { care: 1 }, note: "" };
		for (const deed of [
			() => assignTests(actor(), { ...one, setId: null, testIds: [], extraPercent: 0, days: 1 }),
			() => revokeLink(actor(), one),
			() => replaceLink(actor(), one),
			() => getCandidateTests(actor(), one),
			() => getGrading(actor(), one),
			() => gradeAnswer(actor(), grade),
		]) {
			await expect(deed()).rejects.toThrow(refusal);
		}
	});

	it("is refused for a test that is not published", async () => {
		const draft = { idempotencyKey: newId(), testId: null, revision: 0, content: aTestContent() };
		const { testId } = await saveTest(manager(), draft);
		await expect(anAssessment(ctx, { testIds: [testId] })).rejects.toThrow("tests.not_published");
	});
});

describe("taking", () => {
	it("begins once, one test at a time, and counts by the server's clock", async () => {
		const { link, attempts: assigned, applicationId } = await begun({ extraPercent: 50 });
		expect(await startAttempt(browser(7), link)).toEqual({ started: false });
		expect(assigned).toHaveLength(1);
		const paper = await paperOf(link, 7);
		expect(paper).toMatchObject({
			...{ section: 0, sections: 2, now: later(START, minutes(7)) },
			...{ deadline: later(START, minutes(45)), sectionDeadline: later(START, minutes(15)) },
		});
		await assignTests(manager(), {
			applicationId,
			setId: null,
			testIds: [await aPublishedTest(ctx)],
			extraPercent: 50,
			days: 9,
		});
		const { assessment } = await getCandidateTests(manager(), { applicationId });
		const second = assessment?.attempts.find(({ state }) => state === "assigned");
		if (!second) throw new Error("no second attempt");
		await expect(startAttempt(browser(), { ...link, attemptId: second.attemptId })).rejects.toThrow(
			"tests.another_running",
		);
	});

	it("can't begin after the day until which it could", async () => {
		const { token, attempts: assigned } = await anAssessment(ctx, { testIds: [await aPublishedTest(ctx)] });
		const [attempt] = assigned;
		if (!attempt) throw new Error("no attempt");
		const late = browser(15 * 24 * 60);
		await expect(startAttempt(late, { token, attemptId: attempt.attemptId })).rejects.toThrow("tests.too_late");
		expect(await getAssessment(late, { token })).toMatchObject({ state: "over" });
	});

	it("keeps the newest answer of whatever device: late and repeated ones do no harm", async () => {
		const { link } = await begun();
		const { key } = questionOf(await paperOf(link), "number");
		await save(link, 1, key, 100, number(1));
		await save(link, 2, key, 300, number(3));
		expect((await save(link, 3, key, 200, number(2))).kept).toMatchObject([{ sequence: 300, value: { number: 3 } }]);
		await save(link, 3, key, 300, number(4));
		expect(await kept(link.attemptId)).toMatchObject([{ question: "jars", sequence: 300, value: { number: 3 } }]);
		expect((await paperOf(link, 4)).answers).toMatchObject([{ question: key, value: { kind: "number", number: 3 } }]);
	});

	it("takes answers through the grace after a section's end, and none after it", async () => {
		const { link } = await begun();
		const { key } = questionOf(await paperOf(link), "number");
		await save(link, 10.9, key, 1, number(5));
		await expect(save(link, 11.1, key, 2, number(6))).rejects.toThrow("tests.closed");
		expect(await kept(link.attemptId)).toMatchObject([{ value: { number: 5 } }]);
	});

	it("has no way back to a section that was closed", async () => {
		const { link } = await begun();
		const { key } = questionOf(await paperOf(link), "number");
		expect(await finishSection(browser(1), { ...link, section: 0 })).toEqual({ section: 1, submitted: false });
		expect(await finishSection(browser(1), { ...link, section: 0 })).toEqual({ section: 1, submitted: false });
		await expect(save(link, 2, key, 1, number(5))).rejects.toThrow("tests.closed");
	});

	it("refuses what is no answer to the question, and another's photos", async () => {
		const { link } = await begun();
		const paper = await paperOf(link);
		const single = questionOf(paper, "single").key;
		await expect(save(link, 1, single, 1, { kind: "single", option: "yes" })).rejects.toThrow("wrong_answer_shape");
		await expect(save(link, 1, single, 1, number(1))).rejects.toThrow("wrong_answer_shape");
		expect(await kept(link.attemptId)).toEqual([]);
	});

	it("notes once for the grader that the page was left, and what was pasted", async () => {
		const { link } = await begun();
		const question = questionOf(await paperOf(link), "number").key;
		const notes = [
			{ key: newId<string>(), kind: "left" as const, question: null, size: 31, at: START },
			{ key: newId<string>(), kind: "pasted" as const, question, size: 240, at: START },
		];
		for (const minute of [1, 2]) await saveAnswers(browser(minute), { ...link, answers: [], notes });
		const rows = await ctx.db.select().from(attemptNotes).where(eq(attemptNotes.attemptId, link.attemptId));
		expect(rows).toHaveLength(2);
		const sheet = await getGrading(manager(), link);
		expect(sheet.left).toEqual({ times: 1, seconds: 31 });
		expect(sheet.questions.find((one) => one.question.key === "jars")?.pasted).toEqual({ times: 1, letters: 240 });
	});

	it("accepts photos that came by this link only", async () => {
		const photo = { en: "?", ru: "?" };
		const rubric = { graders: 1 as const, criteria: [{ key: "light", text: photo, points: 5 }] };
		const content = aTestContent();
		const [section] = content.sections;
		if (!section) throw new Error("no section");
		const questions = [{ kind: "photo" as const, key: "paw", prompt: photo, traits: [], rubric }];
		const testId = await aPublishedTest(ctx, { ...content, sections: [{ ...section, questions }] });
		const { token, attempts: assigned, assessmentId } = await anAssessment(ctx, { testIds: [testId] });
		const link = { token, attemptId: assigned[0]?.attemptId as AttemptId };
		await startAttempt(browser(), link);
		const { key } = questionOf(await paperOf(link), "photo");
		const aFile = async (uploadedBy: string) => {
			const id = newId<FileId>();
			const picture = {
				idempotencyKey: newId<string>(),
				sourceHash: "x",
				mime: "image/webp",
				width: 1,
				height: 1,
				bytes: 1,
			};
			await ctx.db.insert(files).values({ id, uploadedBy, ...picture });
			return id;
		};
		const sent = async (uploadedBy: string, sequence: number) =>
			save(link, 1, key, sequence, { kind: "photo", fileIds: [await aFile(uploadedBy)] });
		await expect(sent("person:somebody", 1)).rejects.toThrow("files.unknown");
		await expect(sent(`system:assessment:${newId<string>()}`, 1)).rejects.toThrow("files.unknown");
		await sent(`system:assessment:${assessmentId}`, 1);
		expect(await kept(link.attemptId)).toHaveLength(1);
	});
});

describe("when the time is up", () => {
	let engine: Awaited<ReturnType<typeof startTestEngine>> | undefined;
	afterEach(() => engine?.stop());

	it.each([{ twice: true }, { repeated: true }])("the test is taken in after the grace, once (%j)", async (faults) => {
		engine = await startTestEngine([expireAttemptWhenTimeIsUp], faults);
		const now = createCtx();
		const {
			token,
			attempts: assigned,
			applicationId,
		} = await anAssessment(now, { testIds: [await aPublishedTest(now)] });
		const link = { token, attemptId: assigned[0]?.attemptId as AttemptId };
		await startAttempt(actingAs(now, visitor), link);
		const deadline = (await attemptOf(link.attemptId))?.deadline ?? new Date(Number.NaN);
		// The candidate is given more time while the first timer runs.
		await engine.settle();
		const longer = { applicationId, setId: null, testIds: [], extraPercent: 100, days: 9 };
		await assignTests(actingAs(now, aPerson("manager")), longer);
		await engine.travelTo(later(deadline, minutes(2)));
		expect((await attemptOf(link.attemptId))?.state).toBe("running");
		await engine.travelTo(later(deadline, minutes(32)));
		expect(await attemptOf(link.attemptId)).toMatchObject({ state: "graded", closedBy: "time" });
		expect(await stateOf(applicationId)).toBe("tested");
		const names = (await told(`application:${applicationId}`)).map(({ name }) => name.replace("hiring/", ""));
		expect(names.filter((name) => name === "attempt.submitted")).toHaveLength(1);
		expect(names.filter((name) => name === "assessment.graded")).toHaveLength(1);
	});
});

describe("grading", () => {
	const grade = (who: ReturnType<typeof manager>, link: Link, care: number) =>
		gradeAnswer(who, { attemptId: link.attemptId, question: "plan", criteria: { care }, note: "" });
	const handOf = async (who: ReturnType<typeof manager>, link: Link) => {
		const sheet = await getGrading(who, link);
		return sheet.questions.find(({ question }) => question.key === "plan");
	};
	const queueOf = async (who: ReturnType<typeof manager>, whose?: "mine" | "others") => {
		const { rows } = await listGrading(who, { sort: "submitted", order: "asc", limit: 100, whose });
		return rows.map(({ attemptId }) => attemptId);
	};

	it("is by two who look apart; neither sees what the other gave before giving", async () => {
		const { link, applicationId } = await handedIn();
		expect(await stateOf(applicationId)).toBe("tested");
		const [one, two, three] = [manager("One"), manager("Two"), manager("Three")];
		expect(await queueOf(one, "mine")).toContain(link.attemptId);
		expect(await grade(one, link, 8)).toEqual({ graded: false });
		expect(await queueOf(one, "mine")).not.toContain(link.attemptId);
		expect(await queueOf(one, "others")).toContain(link.attemptId);
		expect(await queueOf(two, "mine")).toContain(link.attemptId);
		expect(await handOf(two, link)).toMatchObject({
			...{ points: null, hand: { mine: null, others: [], othersCount: 1, agreement: null, open: true } },
		});
		expect(await grade(two, link, 7)).toEqual({ graded: true });
		expect(await handOf(two, link)).toMatchObject({
			points: 7.5,
			hand: { mine: { points: 7 }, others: [{ graderName: "One", points: 8 }], agreement: 0.9 },
		});
		await expect(grade(three, link, 1)).rejects.toThrow("tests.graded_by_others");
		expect(await queueOf(two)).not.toContain(link.attemptId);
		const results = await ctx.db.select().from(attemptResults).where(eq(attemptResults.attemptId, link.attemptId));
		expect(results).toMatchObject([
			{
				...{ number: 1, points: 17.5, maxPoints: 20 },
				traits: { patience: { points: 11.5, max: 14 }, "jar-tossing": { points: 12, max: 12 } },
			},
		]);
	});

	it("asks for a third where two are far apart, whose middle counts, and writes a regrade as the next result", async () => {
		const { link, applicationId } = await handedIn();
		const [one, two, three] = [manager("One"), manager("Two"), manager("Three")];
		await grade(one, link, 2);
		expect(await grade(two, link, 9)).toEqual({ graded: false });
		expect(await grade(three, link, 6)).toEqual({ graded: true });
		expect(await grade(two, link, 5)).toEqual({ graded: true });
		const results = await ctx.db
			.select()
			.from(attemptResults)
			.where(eq(attemptResults.attemptId, link.attemptId))
			.orderBy(attemptResults.number);
		expect(results.map(({ number: at, points }) => [at, points])).toEqual([
			[1, 16],
			[2, 15],
		]);
		const names = (await told(`application:${applicationId}`)).map(({ name }) => name.replace("hiring/", ""));
		expect(names.filter((name) => name === "assessment.graded")).toHaveLength(2);
	});

	it("keeps to the rubric, and to what people have to look at", async () => {
		const { link } = await handedIn();
		await expect(grade(manager(), link, 11)).rejects.toThrow("tests.outside_rubric");
		const automatic = { attemptId: link.attemptId, question: "door", criteria: { care: 1 }, note: "" };
		await expect(gradeAnswer(manager(), automatic)).rejects.toThrow("tests.not_for_grading");
	});
});
