import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { applications, contacts, rawPhotos } from "@/db/schema/hiring-applications";
import { answers, grades } from "@/db/schema/hiring-tests";
import { messages } from "@/db/schema/notifications";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { forgetCandidate } from "@/server/contexts/notifications/commands/forget-candidate";
import { tellOfApplication } from "@/server/contexts/notifications/commands/tell-of-hiring";
import { visitor } from "@/server/kernel/actor";
import { after, days } from "@/server/kernel/clock";
import { type AccountId, type ApplicationId, newId } from "@/server/kernel/ids";
import { actingAs, at, createCtx } from "@/server/platform/context";
import { linkToken } from "@/server/platform/signed-links";
import { acceptCandidate } from "./commands/accept-candidate";
import { eraseMine, exportMine, seeMine, withdrawMine } from "./commands/act-by-link";
import { erase, eraseApplication } from "./commands/erase-application";
import { exportApplication } from "./commands/export-application";
import { logContact } from "./commands/log-contact";
import { rejectCandidate } from "./commands/reject-candidate";
import { setReminder } from "./commands/set-reminder";
import { submitApplication } from "./commands/submit-application";
import { tellReminders } from "./commands/tell-reminders";
import { getCandidate } from "./queries/get-candidate";
import { listExpired } from "./queries/list-expired";
import { aForm, anApplication, anAssessment, aPublishedTest } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const cat = actingAs(ctx, visitor);
const inDays = (count: number) => at(ctx, after(ctx.clock.now(), days(count)));
const link = (applicationId: ApplicationId) => ({ token: linkToken("application", applicationId) });
const eventsAbout = (applicationId: ApplicationId) =>
	ctx.db
		.select()
		.from(outbox)
		.where(sql`${outbox.subjects} @> array[${`application:${applicationId}`}]`)
		.orderBy(outbox.sequence);

/** Somebody of whom a name, an address and words are kept everywhere they can be. */
async function someoneKnown(name: string): Promise<ApplicationId> {
	const form = aForm({ name, email: `${newId()}@secret.example`, words: `I am ${name}` });
	const submission = { form, photo: Buffer.from(name), proof: newId<string>(), network: "net" };
	const { applicationId } = await submitApplication(cat, submission);
	const words = `${name} sounds friendly`;
	await logContact(manager, { idempotencyKey: newId(), applicationId, channel: "phone", reached: true, words });
	await tellOfApplication(ctx, {
		...{ applicationId, vacancyId: form.vacancyId, name, email: form.email, locale: "en" },
		at: ctx.clock.now().toISOString(),
	});
	return applicationId;
}

describe("erasing a person", () => {
	it("takes the person out of everything that is kept, and leaves that there was one", async () => {
		const applicationId = await someoneKnown("Planted Petrovich");
		await eraseApplication(manager, { applicationId, version: 2, words: "Asked on the phone" });
		await forgetCandidate(ctx, { applicationId, vacancyId: newId() });
		const kept = JSON.stringify([
			await getCandidate(manager, { applicationId }),
			await ctx.db.select().from(contacts).where(eq(contacts.applicationId, applicationId)),
			await ctx.db
				.select()
				.from(messages)
				.where(eq(messages.about, `application:${applicationId}`)),
			(await eventsAbout(applicationId)).map(({ data }) => data),
		]);
		expect(kept).not.toContain("Petrovich");
		expect(kept).not.toContain("secret.example");
		expect(await ctx.db.$count(rawPhotos, eq(rawPhotos.applicationId, applicationId))).toBe(0);
		const [row] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
		expect(row).toMatchObject({ state: "withdrawn", erasedAt: expect.any(Date), photoId: null, network: null });
	});

	it("ends it: nothing can be done with the application any more, and doing it again changes nothing", async () => {
		const applicationId = await anApplication(ctx);
		await eraseMine(cat, link(applicationId));
		await eraseMine(cat, link(applicationId));
		expect(await seeMine(cat, link(applicationId))).toMatchObject({ isErased: true });
		await expect(
			logContact(manager, { idempotencyKey: newId(), applicationId, channel: "phone", reached: true, words: "Hm" }),
		).rejects.toMatchObject({ code: "applications.erased" });
	});

	it("is not done to somebody who works here", async () => {
		const applicationId = await anApplication(ctx);
		const found = { strengths: [], weaknesses: [], trial: false, against: "" };
		await acceptCandidate(manager, { applicationId, version: 1, ...found });
		await expect(erase(ctx, { applicationId }, "test")).rejects.toMatchObject({ code: "applications.wrong_state" });
	});

	it("comes by itself when the policy's time is over, and not before", async () => {
		const [open, closed] = [await anApplication(ctx), await anApplication(ctx)];
		const rejection = { reason: "other", words: "", against: "" } as const;
		await rejectCandidate(manager, { applicationId: closed, version: 1, ...rejection });
		const expired = async (count: number) => {
			const found = await listExpired(inDays(count));
			return [found.includes(open), found.includes(closed)];
		};
		expect([await expired(182), await expired(184), await expired(366)]).toEqual([
			[false, false],
			[false, true],
			[true, true],
		]);
	});
});

describe("what a person has told", () => {
	it("is taken out by a manager, with answers in words, on record, and nothing of points, keys or opinions", async () => {
		const assessment = await anAssessment(ctx, { testIds: [await aPublishedTest(ctx)] });
		const { applicationId, attempts: assigned } = assessment;
		const [attempt] = assigned;
		if (!attempt) throw new Error("no attempt");
		await logContact(manager, {
			...{ idempotencyKey: newId(), applicationId, channel: "phone", reached: true, words: "sounds friendly" },
		});
		const { attemptId } = attempt;
		const kept = { attemptId, sequence: 1, savedAt: ctx.clock.now() };
		await ctx.db.insert(answers).values([
			{ ...kept, question: "door", value: { kind: "single", option: "perhaps" } },
			{ ...kept, question: "plan", value: { kind: "long", text: "I would wait." } },
		]);
		await ctx.db.insert(grades).values({
			...{ attemptId, question: "plan", grader: newId<AccountId>(), number: 1, graderName: "Matilda" },
			...{ points: 7.5, criteria: { care: 7.5 }, note: "sounds clever", gradedAt: ctx.clock.now() },
		});
		const told = await exportApplication(manager, { applicationId });
		expect(told).toMatchObject({
			name: "Vasilisa",
			contacts: [{ channel: "phone", reached: true }],
			tests: [{ title: "Opening doors" }],
		});
		expect(told.tests[0]?.answers).toHaveLength(2);
		expect(told.tests[0]?.answers).toEqual(
			expect.arrayContaining([
				{ question: "Does a door open inwards?", answer: "perhaps" },
				{ question: "What would you do?", answer: "I would wait." },
			]),
		);
		expect(JSON.stringify(told)).not.toMatch(/7\.5|sounds|points|correct|patience|care/);
		expect(await exportMine(cat, link(applicationId))).toEqual(told);
		const taken = and(
			eq(auditEntries.subject, `application:${applicationId}`),
			eq(auditEntries.action, "hiring.export-data"),
		);
		expect(await ctx.db.$count(auditEntries, taken)).toBe(1);

		const { version } = await getCandidate(manager, { applicationId });
		await eraseApplication(manager, { applicationId, version, words: "Asked on the phone" });
		expect(await ctx.db.$count(answers, eq(answers.attemptId, attemptId))).toBe(0);
		expect(await ctx.db.select().from(grades).where(eq(grades.attemptId, attemptId))).toMatchObject([
			{ note: "", points: 7.5 },
		]);
		await expect(exportApplication(manager, { applicationId })).rejects.toMatchObject({ code: "applications.erased" });
	});

	it.each(["client", "worker", "warehouse"] as const)("is neither taken out nor erased by a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		const applicationId = await anApplication(ctx);
		for (const deed of [
			() => exportApplication(other, { applicationId }),
			() => eraseApplication(other, { applicationId, version: 1, words: "Because" }),
		]) {
			await expect(deed()).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});
});

describe("a candidate's own link", () => {
	it("shows how far it is, gives all that was told, and nothing of what the office thinks", async () => {
		const applicationId = await someoneKnown("Murzik");
		const mine = await exportMine(cat, link(applicationId));
		expect(mine).toMatchObject({ name: "Murzik", words: "I am Murzik", state: "contacted" });
		expect(JSON.stringify([mine, await seeMine(cat, link(applicationId))])).not.toContain("sounds friendly");
	});

	it("takes the application back, once", async () => {
		const applicationId = await anApplication(ctx);
		await withdrawMine(cat, link(applicationId));
		await withdrawMine(cat, link(applicationId));
		expect((await eventsAbout(applicationId)).map(({ name }) => name)).toEqual([
			...["hiring/application.submitted", "hiring/application.withdrawn"],
		]);
	});

	it("is nobody else's", async () => {
		const applicationId = await anApplication(ctx);
		const forged = linkToken("assessment", applicationId);
		for (const token of [forged, "", "nonsense", linkToken("application", applicationId, 2)]) {
			await expect(seeMine(cat, { token })).rejects.toMatchObject({ code: "applications.link_unknown" });
		}
	});
});

describe("a reminder", () => {
	it("is told of when its time has come, once", async () => {
		const applicationId = await anApplication(ctx);
		const dueAt = after(ctx.clock.now(), days(3));
		await setReminder(manager, { idempotencyKey: newId(), applicationId, dueAt, words: "Call again" });
		const told = async (count: number) => (await tellReminders(inDays(count))).told;
		expect([await told(2), await told(4), await told(5)]).toEqual([0, 1, 0]);
		expect((await eventsAbout(applicationId)).map(({ name }) => name)).toContain("hiring/reminder.due");
	});
});
