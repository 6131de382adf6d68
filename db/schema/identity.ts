import { sql } from "drizzle-orm";
import { boolean, index, integer, pgSchema, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Role } from "@/server/kernel/actor";
import type { AccountId, ClientId, WorkerId } from "@/server/kernel/ids";
import { instant } from "./_shared";

export const identity = pgSchema("identity");

/** A person the system knows. Ids of the client and the worker that a person is are not the account's id. */
export const accounts = identity.table(
	"accounts",
	{
		id: uuid("id").$type<AccountId>().primaryKey(),
		version: integer("version").notNull().default(1),
		name: text("name").notNull(),
		email: text("email").notNull().unique(),
		phone: text("phone").notNull().default(""),
		locale: text("locale", { enum: ["en", "ru"] })
			.notNull()
			.default("en"),
		roles: text("roles").array().$type<Role[]>().notNull().default(sql`'{}'`),
		clientId: uuid("client_id").$type<ClientId>().unique(),
		workerId: uuid("worker_id").$type<WorkerId>().unique(),
		/** The newest version of the worker's profile that this account has taken over. */
		workerVersion: integer("worker_version").notNull().default(0),
		active: boolean("active").notNull().default(true),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [
		index("accounts_search").using("gin", sql`(${table.name} || ' ' || ${table.email}) gin_trgm_ops`),
		index("accounts_clients_name").on(table.name, table.id).where(sql`${table.clientId} is not null`),
		index("accounts_clients_since").on(table.createdAt, table.id).where(sql`${table.clientId} is not null`),
		index("accounts_clients_inactive")
			.on(table.name, table.id)
			.where(sql`${table.clientId} is not null and not ${table.active}`),
	],
);

/** Single-use links that make somebody an account with roles. Only a hash of the link's secret is kept. */
export const invitations = identity.table(
	"invitations",
	{
		tokenHash: text("token_hash").primaryKey(),
		email: text("email").notNull(),
		roles: text("roles").array().$type<Role[]>().notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
		/** System time. */
		expiresAt: instant("expires_at").notNull(),
		/** Used, or replaced by a newer one: worth nothing from then on. System time. */
		closedAt: instant("closed_at"),
		/** Who came of it. */
		accountId: uuid("account_id")
			.$type<AccountId>()
			.references(() => accounts.id, { onDelete: "cascade" }),
	},
	(table) => [index("invitations_email").on(table.email), index("invitations_account").on(table.accountId)],
);

/** Sessions of next-auth. Only a hash of the token is kept: whoever reads the table can't sign in with it. */
export const sessions = identity.table(
	"sessions",
	{
		tokenHash: text("token_hash").primaryKey(),
		accountId: uuid("account_id")
			.$type<AccountId>()
			.notNull()
			.references(() => accounts.id, { onDelete: "cascade" }),
		expiresAt: instant("expires_at").notNull(),
		createdAt: instant("created_at").notNull().defaultNow(),
	},
	(table) => [index("sessions_account").on(table.accountId), index("sessions_expires_at").on(table.expiresAt)],
);

/** A list of the office as somebody likes to see it: what its address says, under a name. */
export const savedViews = identity.table(
	"saved_views",
	{
		id: uuid("id").primaryKey(),
		accountId: uuid("account_id")
			.$type<AccountId>()
			.notNull()
			.references(() => accounts.id, { onDelete: "cascade" }),
		list: text("list").notNull(),
		name: text("name").notNull(),
		query: text("query").notNull(),
		savedAt: instant("saved_at").notNull(),
	},
	(table) => [unique("saved_views_name").on(table.accountId, table.list, table.name)],
);
