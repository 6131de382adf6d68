import { bigint, timestamp } from "drizzle-orm/pg-core";
import type { Money } from "@/server/kernel/money";

/** An amount in integer hundredths of the book currency. */
export const amount = (name: string) => bigint(name, { mode: "bigint" }).$type<Money>();

/** An instant. Always with time zone; JavaScript sees a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
