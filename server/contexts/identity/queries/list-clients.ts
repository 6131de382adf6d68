import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/identity";
import { containing } from "@/server/platform/containing";
import type { Ctx } from "@/server/platform/context";
import { type Counted, countRows, readPage } from "@/server/platform/paging";
import { clientsList } from "../contracts";
import { demandManager } from "../domain/access";

type Filters = z.output<typeof clientsList.filtersOnly>;

const columns = {
	accountId: accounts.id,
	/** Only accounts of clients are listed. */
	clientId: sql<NonNullable<typeof accounts.$inferSelect.clientId>>`${accounts.clientId}`,
	name: accounts.name,
	email: accounts.email,
	phone: accounts.phone,
	locale: accounts.locale,
	active: accounts.active,
	since: accounts.createdAt,
};

const keys = { name: [accounts.name, accounts.id], since: [accounts.createdAt, accounts.id] };

/** The clients, for the office. */
export async function listClients(ctx: Ctx, asked: z.output<typeof clientsList.input>) {
	demandManager(ctx.actor);
	return readPage(clientsList, asked, keys, ({ key, where, orderBy, limit }) =>
		ctx.db
			.select({ ...columns, key })
			.from(accounts)
			.where(and(like(asked), where))
			.orderBy(...orderBy)
			.limit(limit),
	);
}

/** How many clients the filters leave. */
export async function countClients(ctx: Ctx, filters: Filters): Promise<Counted> {
	demandManager(ctx.actor);
	return countRows(ctx, accounts, like(filters));
}

const like = ({ active, search }: Filters): SQL | undefined =>
	and(
		isNotNull(accounts.clientId),
		active && (active === "yes" ? sql`${accounts.active}` : sql`not ${accounts.active}`),
		search ? containing(sql`(${accounts.name} || ' ' || ${accounts.email})`, search) : undefined,
	);
