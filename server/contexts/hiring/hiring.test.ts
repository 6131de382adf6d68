import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outbox } from "@/db/schema/events";
import { auditEntries, files, liveChanges } from "@/db/schema/platform";
import type { Role } from "@/server/kernel/actor";
import { type FileId, newId, type WorkerId } from "@/server/kernel/ids";
import { actingAs, createCtx } from "@/server/platform/context";
import { addWorker } from "./commands/add-worker";
import { editWorker } from "./commands/edit-worker";
import { setWorkerActive } from "./commands/set-worker-active";
import { addWorkerInput, editWorkerInput, workersList } from "./contracts";
import { maySeeFile } from "./index";
import { getWorker } from "./queries/get-worker";
import { listTraits } from "./queries/list-traits";
import { listWorkers } from "./queries/list-workers";
import { aNewWorker } from "./testing";

const as = (...roles: Role[]) =>
	actingAs(createCtx(), {
		kind: "person",
		accountId: newId(),
		name: "Manager Matilda",
		roles,
		clientId: null,
		workerId: null,
	});
const manager = as("manager");

const published = async (workerId: WorkerId) => {
	const rows = await manager.db
		.select({ data: outbox.data })
		.from(outbox)
		.where(and(eq(outbox.name, "hiring/worker.changed"), sql`${outbox.subjects} @> array[${`worker:${workerId}`}]`))
		.orderBy(outbox.sequence);
	return rows.map(({ data }) => data);
};
const audited = (workerId: WorkerId) =>
	manager.db
		.select()
		.from(auditEntries)
		.where(eq(auditEntries.subject, `worker:${workerId}`))
		.orderBy(auditEntries.recordedAt);

/** What the edit form sends back when only this was changed. */
const edited = async (workerId: WorkerId, change: Partial<Parameters<typeof editWorker>[1]>) => {
	const { email: _e, active: _a, addedAt: _d, ...shown } = await getWorker(manager, { workerId });
	return editWorkerInput.parse({ ...shown, ...change });
};

async function aPicture(uploadedBy: string): Promise<FileId> {
	const id = newId<FileId>();
	await manager.db.insert(files).values({
		...{ id, uploadedBy, idempotencyKey: newId(), sourceHash: "x", mime: "image/webp" },
		...{ width: 1, height: 1, bytes: 1 },
	});
	return id;
}

describe("adding a worker by hand", () => {
	it("publishes the full profile, audits it and tells open screens", async () => {
		const { workerId } = await addWorker(manager, aNewWorker({ name: "Murka" }));
		expect(await published(workerId)).toMatchObject([
			{
				...{ workerId, version: 1, name: "Murka", age: 3, breed: "siberian", coat: "ginger", active: true },
				strengths: [{ trait: "jar-tossing", name: { en: "Jar tossing", ru: "Сбрасывание банок" }, level: 5 }],
				weaknesses: [{ trait: "patience", name: { en: "Patience", ru: "Терпение" }, level: 2 }],
			},
		]);
		expect(await audited(workerId)).toMatchObject([{ action: "hiring.add-worker", after: { name: "Murka" } }]);
		const changes = await manager.db.select().from(liveChanges).where(eq(liveChanges.subject, workerId));
		expect(changes).toMatchObject([{ context: "hiring", audiences: [`worker:${workerId}`, "office"] }]);
	});

	it("makes one worker of one key, and refuses the key with another cat", async () => {
		const input = aNewWorker();
		const both = await Promise.all([addWorker(manager, input), addWorker(manager, input)]);
		expect(both[0]).toEqual(both[1]);
		expect(await published(both[0].workerId)).toHaveLength(1);
		await expect(addWorker(manager, { ...input, name: "Another" })).rejects.toMatchObject({
			code: "common.idempotency_key_reused",
		});
	});

	it("refuses an e-mail that is taken, and a trait that is not on the list", async () => {
		const { email } = aNewWorker();
		await addWorker(manager, aNewWorker({ email }));
		await expect(addWorker(manager, aNewWorker({ email }))).rejects.toMatchObject({ code: "hiring.email_taken" });
		await expect(addWorker(manager, aNewWorker({ strengths: [{ trait: "barking", level: 1 }] }))).rejects.toMatchObject(
			{ code: "hiring.unknown_trait", details: { trait: "barking" } },
		);
	});

	it("takes nobody as strong and weak in the same thing", () => {
		const twice = { strengths: [{ trait: "speed", level: 2 }], weaknesses: [{ trait: "speed", level: 1 }] };
		expect(addWorkerInput.safeParse(aNewWorker(twice)).error?.issues).toMatchObject([{ path: ["weaknesses"] }]);
	});

	it("takes over the photo that the same manager uploaded, and no other", async () => {
		const { actor } = manager;
		const photoId = await aPicture(actor.kind === "person" ? `person:${actor.accountId}` : "");
		const { workerId } = await addWorker(manager, aNewWorker({ photoId }));
		const [file] = await manager.db.select().from(files).where(eq(files.id, photoId));
		expect(file).toMatchObject({ context: "hiring", subject: `worker:${workerId}` });
		const foreign = aNewWorker({ photoId: await aPicture("person:somebody-else") });
		await expect(addWorker(manager, foreign)).rejects.toMatchObject({ code: "files.unknown" });
		await expect(addWorker(manager, aNewWorker({ photoId }))).rejects.toMatchObject({ code: "files.already_used" });
	});
});

describe("editing a worker", () => {
	it("keeps the change as the next version, in rows, audit and event", async () => {
		const { workerId } = await addWorker(manager, aNewWorker());
		const change = { name: "Barsik the Great", strengths: [{ trait: "speed", level: 3 }], weaknesses: [] };
		expect(await editWorker(manager, await edited(workerId, change))).toEqual({ version: 2 });
		expect(await getWorker(manager, { workerId })).toMatchObject({ ...change, version: 2 });
		expect(await published(workerId)).toMatchObject([{ version: 1 }, { name: "Barsik the Great", version: 2 }]);
		expect((await audited(workerId))[1]).toMatchObject({
			action: "hiring.edit-worker",
			before: { name: "Barsik", version: 1 },
			after: { name: "Barsik the Great", version: 2 },
		});
	});

	it("lets one of two managers through who edit at once", async () => {
		const { workerId } = await addWorker(manager, aNewWorker());
		const forms = await Promise.all(["One", "Two"].map((name) => edited(workerId, { name })));
		const results = await Promise.allSettled(forms.map((form) => editWorker(manager, form)));
		const refused = results.filter((result) => result.status === "rejected");
		expect(refused).toMatchObject([{ reason: { code: "common.stale" } }]);
		expect(await published(workerId)).toHaveLength(2);
	});

	it("changes nothing of a worker whom nobody knows", async () => {
		const { workerId } = await addWorker(manager, aNewWorker());
		const form = { ...(await edited(workerId, {})), workerId: newId<WorkerId>() };
		await expect(editWorker(manager, form)).rejects.toMatchObject({ code: "common.not_found" });
	});
});

describe("switching a worker off and on", () => {
	it("publishes each change once, however often it is said", async () => {
		const { workerId } = await addWorker(manager, aNewWorker());
		for (const active of [false, false, true]) await setWorkerActive(manager, { workerId, active });
		expect(await published(workerId)).toMatchObject([
			{ version: 1, active: true },
			{ version: 2, active: false },
			{ version: 3, active: true },
		]);
		expect((await audited(workerId)).map(({ action, after }) => [action, after])).toEqual([
			["hiring.add-worker", expect.anything()],
			["hiring.set-worker-active", { active: false }],
			["hiring.set-worker-active", { active: true }],
		]);
	});
});

describe("the list of workers", () => {
	it("finds by a part of name or e-mail, by state, and takes signs of patterns literally", async () => {
		const mark = newId().slice(-8);
		const { workerId } = await addWorker(manager, aNewWorker({ name: `Vaska ${mark} 100%` }));
		const { workerId: off } = await addWorker(manager, aNewWorker({ email: `${mark}@cats.example` }));
		await setWorkerActive(manager, { workerId: off, active: false });
		const find = async (asked: object) => {
			const { rows: workers } = await listWorkers(manager, workersList.input.parse(asked));
			return workers.map((worker) => worker.workerId);
		};
		expect((await find({ search: mark.toUpperCase() })).sort()).toEqual([workerId, off].sort());
		expect(await find({ search: mark, active: "yes" })).toEqual([workerId]);
		expect(await find({ search: `${mark} 100%` })).toEqual([workerId]);
		expect(await find({ search: `${mark}_100` })).toEqual([]);
	});

	it("goes on where the page before ended, and misses nobody of the same name", async () => {
		const name = `Twin ${newId()}`;
		await Promise.all(Array.from({ length: 60 }, () => addWorker(manager, aNewWorker({ name }))));
		const first = await listWorkers(manager, workersList.input.parse({ search: name }));
		const second = await listWorkers(
			manager,
			workersList.input.parse({ search: name, after: first.after ?? undefined }),
		);
		const seen = [...first.rows, ...second.rows].map(({ workerId }) => workerId);
		expect([first.rows.length, second.rows.length, second.after]).toEqual([50, 10, null]);
		expect(new Set(seen).size).toBe(60);
	});

	it("comes with the managed list of traits, in both languages", async () => {
		expect(await listTraits(manager)).toContainEqual({
			trait: "jar-tossing",
			name: { en: "Jar tossing", ru: "Сбрасывание банок" },
		});
	});
});

describe("who may", () => {
	it.each(["client", "worker", "warehouse"] as const)("not a %s", async (role) => {
		const { workerId } = await addWorker(manager, aNewWorker());
		const form = await edited(workerId, { name: "Hacked" });
		const other = as(role);
		const attempts = [
			() => addWorker(other, aNewWorker()),
			() => editWorker(other, form),
			() => setWorkerActive(other, { workerId, active: false }),
			() => getWorker(other, { workerId }),
			() => listWorkers(other, workersList.input.parse({})),
			() => listTraits(other),
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "common.not_allowed" });
		expect(await published(workerId)).toHaveLength(1);
	});

	it("see a worker's photo: everybody who is signed in, no visitor", async () => {
		expect(await maySeeFile(as("client"), "worker:1")).toBe(true);
		expect(await maySeeFile(actingAs(createCtx(), { kind: "visitor" }), "worker:1")).toBe(false);
	});
});
