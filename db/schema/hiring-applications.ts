import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ActorRef } from "@/server/kernel/actor";
import type { AccountId, ApplicationId, FileId, VacancyId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";
import { hiring, workers } from "./hiring";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const applicationState = text("state", {
	enum: ["applied", "contacted", "testing", "tested", "accepted", "rejected", "withdrawn"],
});

/** What cats can apply for. Closing one never breaks an application. */
export const vacancies = hiring.table("vacancies", {
	id: uuid("id").$type<VacancyId>().primaryKey(),
	version: integer("version").notNull().default(1),
	name: jsonb("name").$type<{ en: string; ru: string }>().notNull(),
	open: boolean("open").notNull().default(true),
	createdAt: instant("created_at").notNull(),
});

/** A cat that would like to work. Written by one insert; all else that is known comes later. */
export const applications = hiring.table(
	"applications",
	{
		id: uuid("id").$type<ApplicationId>().primaryKey(),
		version: integer("version").notNull().default(1),
		vacancyId: uuid("vacancy_id")
			.$type<VacancyId>()
			.notNull()
			.references(() => vacancies.id),
		state: applicationState.notNull().default("applied"),
		stateSince: instant("state_since").notNull(),
		submittedAt: instant("submitted_at").notNull(),
		name: text("name").notNull(),
		email: text("email").notNull(),
		phone: text("phone").notNull(),
		locale: text("locale", { enum: ["en", "ru"] }).notNull(),
		age: integer("age").notNull(),
		breed: text("breed").notNull(),
		coat: text("coat").notNull(),
		languages: text("languages").array().notNull(),
		words: text("words").notNull(),
		photoId: uuid("photo_id").$type<FileId>(),
		/** What the proof of work that came with it was signed as: the same form sent twice is one application. */
		proof: text("proof").notNull().unique("applications_proof"),
		/** A keyed hash of the network's address, by which floods and duplicates are seen. Blanked with the person. */
		network: text("network"),
		/** Admitted below the line, to learn whether the line is right. */
		trial: boolean("trial").notNull().default(false),
		workerId: uuid("worker_id")
			.$type<WorkerId>()
			.unique("applications_worker")
			.references(() => workers.id),
		/** When the person's data were erased. What is left says that there was one, and how far it came. */
		erasedAt: instant("erased_at"),
	},
	(table) => [
		index("applications_vacancy").on(table.vacancyId, table.submittedAt, table.id),
		index("applications_state").on(table.state, table.stateSince, table.id),
		index("applications_state_submitted").on(table.state, table.submittedAt, table.id),
		index("applications_submitted").on(table.submittedAt, table.id),
		index("applications_since").on(table.stateSince, table.id),
		index("applications_email").on(table.email).where(sql`${table.erasedAt} is null`),
		index("applications_phone").on(table.phone).where(sql`${table.erasedAt} is null`),
		index("applications_search").using(
			"gin",
			sql`(${table.name} || ' ' || ${table.email} || ' ' || ${table.phone}) gin_trgm_ops`,
		),
		check("applications_worker_accepted", sql`(${table.workerId} is null) or ${table.state} = 'accepted'`),
	],
);

/** A photo as it was sent, until it is made safe and small, or found to be none. */
export const rawPhotos = hiring.table("raw_photos", {
	applicationId: uuid("application_id")
		.$type<ApplicationId>()
		.primaryKey()
		.references(() => applications.id, { onDelete: "cascade" }),
	photo: bytes("photo").notNull(),
});

/** From which state to which an application has gone: one row for each step, numbered, never changed. */
export const applicationMoves = hiring.table(
	"application_moves",
	{
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		number: integer("number").notNull(),
		from: text("from_state").notNull(),
		to: text("to_state").notNull(),
		movedAt: instant("moved_at").notNull(),
		/** When it had come to `from`. */
		since: instant("since").notNull(),
		by: jsonb("by").$type<ActorRef>().notNull(),
		reason: text("reason"),
		words: text("words").notNull().default(""),
	},
	(table) => [
		primaryKey({ columns: [table.applicationId, table.number] }),
		index("application_moves_moved").on(table.movedAt, table.to),
	],
);

/** Who spoke with a candidate, when, how, and about what. */
export const contacts = hiring.table(
	"contacts",
	{
		id: uuid("id").primaryKey(),
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		contactedAt: instant("contacted_at").notNull(),
		by: jsonb("by").$type<ActorRef>().notNull(),
		channel: text("channel", { enum: ["phone", "e-mail", "message", "in-person"] }).notNull(),
		reached: boolean("reached").notNull(),
		words: text("words").notNull(),
	},
	(table) => [index("contacts_application").on(table.applicationId, table.contactedAt)],
);

/** What a manager wants to be told about a candidate, and when. */
export const reminders = hiring.table(
	"reminders",
	{
		id: uuid("id").primaryKey(),
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		accountId: uuid("account_id").$type<AccountId>().notNull(),
		by: jsonb("by").$type<ActorRef>().notNull(),
		dueAt: instant("due_at").notNull(),
		words: text("words").notNull(),
		remindedAt: instant("reminded_at"),
		doneAt: instant("done_at"),
	},
	(table) => [
		index("reminders_application").on(table.applicationId, table.dueAt),
		index("reminders_due").on(table.dueAt).where(sql`${table.doneAt} is null`),
	],
);

/** Two applications that may be one person's, and why it is thought so. The later one comes first. Managers alone see it. */
export const applicationDuplicates = hiring.table(
	"application_duplicates",
	{
		applicationId: uuid("application_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		earlierId: uuid("earlier_id")
			.$type<ApplicationId>()
			.notNull()
			.references(() => applications.id),
		reasons: text("reasons").array().notNull(),
		foundAt: instant("found_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.applicationId, table.earlierId] }),
		index("application_duplicates_earlier").on(table.earlierId),
	],
);

/** How often the public form was sent with which outcome, a row for each minute, instance and outcome: the attack gauge. */
export const formMinutes = hiring.table(
	"form_minutes",
	{
		minute: instant("minute").notNull(),
		instance: text("instance").notNull(),
		outcome: text("outcome").notNull(),
		count: integer("count").notNull(),
	},
	(table) => [primaryKey({ columns: [table.minute, table.instance, table.outcome] })],
);
