import { sql } from "drizzle-orm";
import { bigint, check, customType, date, index, integer } from "drizzle-orm/pg-core";
import { instant } from "./_shared";
import { billing } from "./billing";

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Business dates that take no more transactions: what comes late is booked on the first day that is not among them. Append-only. */
export const closedDays = billing.table("closed_days", {
	day: date("day", { mode: "string" }).primaryKey(),
	closedAt: instant("closed_at").notNull(),
});

/** One a closed day: a hash over what was booked on it and the seal of the day before. Append-only. */
export const seals = billing.table(
	"seals",
	{
		day: date("day", { mode: "string" })
			.primaryKey()
			.references(() => closedDays.day),
		/** The hash of the day before; null for the first. */
		previous: bytea("previous"),
		hash: bytea("hash").notNull(),
		transactionCount: integer("transaction_count").notNull(),
		sealedAt: instant("sealed_at").notNull(),
	},
	(table) => [check("seals_hash", sql`length(${table.hash}) = 32`)],
);

/** What each transaction looked like when its day was sealed, so that one that was changed can be named. Append-only. */
export const sealedTransactions = billing.table(
	"sealed_transactions",
	{
		transactionId: bigint("transaction_id", { mode: "bigint" }).primaryKey(),
		day: date("day", { mode: "string" })
			.notNull()
			.references(() => seals.day),
		digest: bytea("digest").notNull(),
	},
	(table) => [index("sealed_transactions_day").on(table.day, table.transactionId)],
);
