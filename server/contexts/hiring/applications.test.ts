import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { workers } from "@/db/schema/hiring";
import { applicationMoves, applications, rawPhotos } from "@/db/schema/hiring-applications";
import { auditEntries } from "@/db/schema/platform";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { type ApplicationId, newId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { acceptCandidate } from "./commands/accept-candidate";
import { addWorker } from "./commands/add-worker";
import { advanceApplication } from "./commands/advance-application";
import { defineVacancy, editVacancy, setVacancyOpen } from "./commands/define-vacancy";
import { eraseApplication } from "./commands/erase-application";
import { logContact } from "./commands/log-contact";
import { moveApplications } from "./commands/move-applications";
import { rejectCandidate } from "./commands/reject-candidate";
import { reopenApplication } from "./commands/reopen-application";
import { setReminder, settleReminder } from "./commands/set-reminder";
import { submitApplication } from "./commands/submit-application";
import { withdrawApplication } from "./commands/withdraw-application";
import { candidatesList, vacanciesList } from "./contracts/applications";
import { getBoard } from "./queries/get-board";
import { getCandidate } from "./queries/get-candidate";
import { getWorkerProfile } from "./queries/get-worker";
import { countCandidates, listCandidates } from "./queries/list-candidates";
import { countVacancies, listVacancyRows } from "./queries/list-vacancies";
import { searchCandidates } from "./queries/search-candidates";
import { aForm, aNewWorker, anApplication, FIRST_VACANCY } from "./testing";

const ctx = createCtx();
const manager = actingAs(ctx, aPerson("manager"));
const cat = actingAs(ctx, visitor);

const told = async (applicationId: ApplicationId) => {
	const rows = await ctx.db
		.select({ name: outbox.name })
		.from(outbox)
		.where(sql`${outbox.subjects} @> array[${`application:${applicationId}`}]`)
		.orderBy(outbox.sequence);
	return rows.map(({ name }) => name);
};
const now = async (applicationId: ApplicationId) => {
	const [row] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!row) throw new Error("there is no such application");
	return row;
};
const spoken = (applicationId: ApplicationId, reached = true) =>
	logContact(manager, { idempotencyKey: newId(), applicationId, channel: "phone", reached, words: "A short talk" });
const accepted = { strengths: [{ trait: "climbing", level: 4 }], weaknesses: [], trial: false, against: "" };

describe("applying", () => {
	it("writes the application and its photo as it came, and tells of it, in one transaction", async () => {
		const form = aForm();
		const proof = newId<string>();
		const photo = Buffer.from("not looked at yet");
		const { applicationId, isNew } = await submitApplication(cat, { form, photo, proof, network: "net" });
		expect(isNew).toBe(true);
		expect(await now(applicationId)).toMatchObject({ state: "applied", email: form.email, proof, network: "net" });
		const [raw] = await ctx.db.select().from(rawPhotos).where(eq(rawPhotos.applicationId, applicationId));
		expect(raw?.photo).toEqual(photo);
		expect(await told(applicationId)).toEqual(["hiring/application.submitted"]);
	});

	it("ten times with one proof is one application, and another cat can't use it", async () => {
		const submission = { form: aForm(), photo: null, proof: newId<string>(), network: null };
		const answers = await Promise.all(Array.from({ length: 10 }, () => submitApplication(cat, submission)));
		expect(new Set(answers.map(({ applicationId }) => applicationId)).size).toBe(1);
		expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
		const stolen = submitApplication(cat, { ...submission, form: aForm() });
		await expect(stolen).rejects.toMatchObject({ code: "applications.proof_wrong" });
	});

	it("for a vacancy that is closed is refused", async () => {
		const name = { en: "Night cat", ru: "Ночной кот" };
		const { vacancyId } = await defineVacancy(manager, { idempotencyKey: newId(), name });
		await anApplication(ctx, { vacancyId });
		await setVacancyOpen(manager, { vacancyId, open: false });
		await expect(anApplication(ctx, { vacancyId })).rejects.toMatchObject({ code: "applications.no_such_vacancy" });
	});
});

describe("the way of a candidate", () => {
	it("who is reached for the first time counts as contacted; who is not reached stays", async () => {
		const applicationId = await anApplication(ctx);
		await spoken(applicationId, false);
		expect((await now(applicationId)).state).toBe("applied");
		await spoken(applicationId);
		await spoken(applicationId);
		const { state, contacts, moves } = await getCandidate(manager, { applicationId });
		expect({ state, contacts: contacts.length, moves: moves.length }).toEqual({
			...{ state: "contacted", contacts: 3, moves: 1 },
		});
		expect(await told(applicationId)).toEqual(["hiring/application.submitted", "hiring/candidate.contacted"]);
	});

	it("goes to testing and tested as tests are assigned and handed in, once each", async () => {
		const applicationId = await anApplication(ctx);
		const advance = (to: "testing" | "tested") =>
			withTransaction(ctx, (tx) => advanceApplication(tx, { applicationId, to }));
		expect([await advance("tested"), await advance("testing"), await advance("testing")]).toEqual([false, true, false]);
		expect([await advance("tested"), await advance("tested")]).toEqual([true, false]);
		expect((await now(applicationId)).state).toBe("tested");
	});

	it("ends as a worker with what was found, on record", async () => {
		const applicationId = await anApplication(ctx, { name: "Dymka", coat: "lilac" });
		const { workerId } = await acceptCandidate(manager, { applicationId, version: 1, ...accepted });
		expect(await getWorkerProfile(ctx, workerId)).toMatchObject({
			...{ name: "Dymka", coat: "lilac", active: true, strengths: accepted.strengths },
		});
		expect(await now(applicationId)).toMatchObject({ state: "accepted", workerId, trial: false });
		expect(await told(applicationId)).toEqual(["hiring/application.submitted", "hiring/candidate.accepted"]);
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `application:${applicationId}`));
		expect(audited).toMatchObject([{ action: "hiring.accepted", before: { state: "applied" } }]);
	});

	it("is not accepted with the e-mail of a worker, nor twice", async () => {
		const known = aNewWorker();
		await addWorker(manager, known);
		const second = await anApplication(ctx, { email: known.email });
		const again = acceptCandidate(manager, { applicationId: second, version: 1, ...accepted });
		await expect(again).rejects.toMatchObject({ code: "hiring.email_taken" });
		expect((await now(second)).state).toBe("applied");

		const applicationId = await anApplication(ctx);
		const both = await Promise.allSettled(
			[1, 2].map(() => acceptCandidate(manager, { applicationId, version: 1, ...accepted })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const { email } = await now(applicationId);
		expect(await ctx.db.select().from(workers).where(eq(workers.email, email))).toHaveLength(1);
	});

	it("is turned down for a reason that is kept, and can be taken back", async () => {
		const applicationId = await anApplication(ctx);
		const rejection = { reason: "experience", words: "Afraid of heights", against: "" } as const;
		await rejectCandidate(manager, { applicationId, version: 1, ...rejection });
		const stale = rejectCandidate(manager, { applicationId, version: 1, ...rejection });
		await expect(stale).rejects.toMatchObject({ code: "common.stale" });
		await reopenApplication(manager, { applicationId, version: 2, words: "It was another cat" });
		const moves = await ctx.db.select().from(applicationMoves).where(eq(applicationMoves.applicationId, applicationId));
		expect(moves).toMatchObject([
			{ number: 1, from: "applied", to: "rejected", reason: "experience", words: "Afraid of heights" },
			{ number: 2, from: "rejected", to: "contacted", reason: null },
		]);
		expect(await told(applicationId)).toEqual(["hiring/application.submitted", "hiring/candidate.rejected"]);
	});

	it("ends when the candidate does not want any more", async () => {
		const applicationId = await anApplication(ctx);
		await withdrawApplication(manager, { applicationId, version: 1, words: "" });
		const contact = acceptCandidate(manager, { applicationId, version: 2, ...accepted });
		await expect(contact).rejects.toMatchObject({ code: "applications.wrong_state" });
		expect(await told(applicationId)).toEqual(["hiring/application.submitted", "hiring/application.withdrawn"]);
	});

	it("is decided for many at once, each by itself", async () => {
		const [open, gone] = [await anApplication(ctx), await anApplication(ctx)];
		await withdrawApplication(manager, { applicationId: gone, version: 1, words: "" });
		const asked = { applicationIds: [open, gone], to: "rejected", reason: "not-genuine", words: "" } as const;
		expect(await moveApplications(manager, { ...asked, applicationIds: [...asked.applicationIds] })).toEqual([
			{ applicationId: open, refusal: null },
			{ applicationId: gone, refusal: "applications.wrong_state" },
		]);
	});
});

describe("a reminder", () => {
	it("is one's own unless a colleague is named, and is done once", async () => {
		const applicationId = await anApplication(ctx);
		const reminder = { applicationId, dueAt: new Date("2027-01-01T10:00:00Z"), words: "Call again" };
		const { reminderId } = await setReminder(manager, { ...reminder, idempotencyKey: newId() });
		await settleReminder(manager, { reminderId });
		await settleReminder(manager, { reminderId });
		const { reminders } = await getCandidate(manager, { applicationId });
		expect(reminders).toMatchObject([{ words: "Call again", by: { name: aPerson("manager").name } }]);
		expect(reminders[0]?.doneAt).not.toBeNull();
	});
});

describe("the office's list", () => {
	it("finds by state, vacancy and words, and counts what it finds", async () => {
		const vacancy = { idempotencyKey: newId<string>(), name: { en: "Roof cat", ru: "Кот для крыш" } };
		const { vacancyId } = await defineVacancy(manager, vacancy);
		const ids = [
			await anApplication(ctx, { vacancyId, name: "Roofus" }),
			await anApplication(ctx, { vacancyId, phone: "+79995554433" }),
		];
		const list = (asked: object) =>
			listCandidates(manager, candidatesList.input.parse({ vacancy: vacancyId, ...asked }));
		const found = async (asked: object) => (await list(asked)).rows.map(({ applicationId }) => applicationId);
		expect(await found({})).toEqual([...ids].reverse());
		expect(await found({ search: "oofu" })).toEqual([ids[0]]);
		expect(await found({ search: "555443" })).toEqual([ids[1]]);
		expect(await found({ state: "open" })).toEqual([...ids].reverse());
		expect(await found({ state: "tested" })).toEqual([]);
		expect(await countCandidates(manager, { vacancy: vacancyId })).toEqual({ count: 2, more: false });
		const board = await getBoard(manager, { vacancyId });
		expect(board.map(({ state, counted }) => [state, counted.count])).toContainEqual(["applied", 2]);
		expect(board[0]?.cards.map(({ applicationId }) => applicationId)).toEqual([...ids].reverse());
	});

	it("finds for the palette by name, e-mail or phone number, however its digits are written", async () => {
		const mark = newId().slice(-8);
		const email = `${mark}@roofs.example`;
		const applicationId = await anApplication(ctx, { name: `Karniz ${mark}`, email, phone: "+74951112609" });
		const found = async (search: string) =>
			(await searchCandidates(manager, { search, limit: 6 })).map((one) => one.applicationId);
		for (const search of [`niz ${mark}`, email, "+7 (495) 111-26-09", "111 26 09"]) {
			expect(await found(search)).toEqual([applicationId]);
		}
		expect(await found("495 111 26 00")).toEqual([]);
		await eraseApplication(manager, { applicationId, version: 1, words: "Asked by mail" });
		expect(await found(mark)).toEqual([]);
	});

	it.each(["client", "worker", "warehouse"] as const)("is not for a %s", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		await expect(searchCandidates(other, { search: "cat", limit: 6 })).rejects.toMatchObject({
			code: "common.not_allowed",
		});
		await expect(getBoard(other, {})).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(listCandidates(other, candidatesList.input.parse({}))).rejects.toMatchObject({
			code: "common.not_allowed",
		});
	});
});

describe("a vacancy", () => {
	const named = (en: string, ru: string) => ({ en, ru });
	const rows = async (asked: object) => (await listVacancyRows(manager, vacanciesList.input.parse(asked))).rows;

	it("is made, called otherwise, closed and opened by managers, on record, with how many wait for it", async () => {
		const mark = newId().slice(-8);
		const made = { idempotencyKey: newId<string>(), name: named(`Cellar ${mark}`, `Подвал ${mark}`), open: false };
		const { vacancyId } = await defineVacancy(manager, made);
		await expect(anApplication(ctx, { vacancyId })).rejects.toMatchObject({ code: "applications.no_such_vacancy" });
		await setVacancyOpen(manager, { vacancyId, open: true });
		await anApplication(ctx, { vacancyId });
		const gone = await anApplication(ctx, { vacancyId });
		await withdrawApplication(manager, { applicationId: gone, version: 1, words: "" });
		const name = named(`Basement ${mark}`, `Погреб ${mark}`);
		expect(await editVacancy(manager, { vacancyId, version: 2, name })).toEqual({ version: 3 });
		await expect(editVacancy(manager, { vacancyId, version: 2, name })).rejects.toMatchObject({ code: "common.stale" });
		for (const search of [`basement ${mark}`, `погреб ${mark}`]) {
			expect(await rows({ search, open: "yes" })).toMatchObject([
				{ vacancyId, name, open: true, version: 3, waiting: { count: 1, more: false } },
			]);
		}
		expect(await rows({ search: mark, open: "no" })).toEqual([]);
		expect(await countVacancies(manager, { search: mark })).toEqual({ count: 1, more: false });
		const audited = await ctx.db
			.select()
			.from(auditEntries)
			.where(eq(auditEntries.subject, `vacancy:${vacancyId}`))
			.orderBy(auditEntries.id);
		expect(audited).toMatchObject([
			{ action: "hiring.define-vacancy", after: { name: made.name, open: false } },
			{ action: "hiring.set-vacancy-open", before: { open: false }, after: { open: true } },
			{ action: "hiring.edit-vacancy", before: { name: made.name }, after: { name } },
		]);
	});

	it.each(["client", "worker", "warehouse"] as const)("is none of a %s's business", async (role) => {
		const other = actingAs(ctx, aPerson(role));
		const name = named("Theirs", "Их");
		for (const deed of [
			() => defineVacancy(other, { idempotencyKey: newId(), name }),
			() => editVacancy(other, { vacancyId: FIRST_VACANCY, version: 1, name }),
			() => setVacancyOpen(other, { vacancyId: FIRST_VACANCY, open: false }),
			() => listVacancyRows(other, vacanciesList.input.parse({})),
			() => countVacancies(other, {}),
		]) {
			await expect(deed()).rejects.toMatchObject({ code: "common.not_allowed" });
		}
	});
});
