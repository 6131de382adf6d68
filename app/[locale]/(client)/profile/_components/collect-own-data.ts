import type { QueryClient } from "@tanstack/react-query";
import type { inferInput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/app/_ui/query/trpc";

type Procedures = ReturnType<typeof useTRPC>;

const fresh = { staleTime: 0 };

/** Asks for all that the client's own pages can show, page after page: who may see it has been decided there already. */
export async function collectOwnData(
	{ identity, ordering, billing }: Procedures,
	queries: QueryClient,
): Promise<string> {
	const [profile, live, ended, statement] = await Promise.all([
		queries.fetchQuery(identity.me.queryOptions(undefined, fresh)),
		queries.fetchQuery(ordering.getDashboard.queryOptions(undefined, fresh)),
		everyPage((cursor: EndedCursor) => queries.fetchQuery(ordering.listPastOrders.queryOptions({ cursor }, fresh))),
		everyPage((cursor: StatementCursor) => queries.fetchQuery(billing.clientStatement.queryOptions({ cursor }, fresh))),
	]);
	const known = [...live.failed, ...live.now, ...live.next, ...ended.flatMap(({ orders }) => orders)];
	const ids = [...new Set(known.map(({ orderId }) => orderId))];
	const orders = await Promise.all(
		ids.map((orderId) => queries.fetchQuery(ordering.getOrder.queryOptions({ orderId }, fresh))),
	);
	const data = { amounts: "in hundredths", profile, orders, statement: statement.flatMap(({ lines }) => lines) };
	return JSON.stringify(data, (_, value) => (typeof value === "bigint" ? String(value) : value), "\t");
}

type EndedCursor = NonNullable<inferInput<Procedures["ordering"]["listPastOrders"]>>["cursor"];
type StatementCursor = NonNullable<inferInput<Procedures["billing"]["clientStatement"]>>["cursor"];

async function everyPage<Cursor, Page extends { nextCursor?: NoInfer<Cursor> | null }>(
	ask: (cursor: Cursor | undefined) => Promise<Page>,
): Promise<Page[]> {
	const pages: Page[] = [];
	let cursor: Cursor | undefined;
	do {
		const page = await ask(cursor);
		pages.push(page);
		cursor = page.nextCursor ?? undefined;
	} while (cursor !== undefined);
	return pages;
}
