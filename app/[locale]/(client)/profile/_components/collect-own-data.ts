import type { useTRPCClient } from "@/app/_ui/query/trpc";

type Client = ReturnType<typeof useTRPCClient>;

/** Asks for all that the client's own pages can show, page after page: who may see it has been decided there already. */
export async function collectOwnData(client: Client): Promise<string> {
	const [profile, live, ended, statement] = await Promise.all([
		client.identity.me.query(),
		client.ordering.getDashboard.query(),
		everyPage((cursor: EndedCursor) => client.ordering.listPastOrders.query({ cursor })),
		everyPage((cursor: StatementCursor) => client.billing.clientStatement.query({ cursor })),
	]);
	const known = [...live.failed, ...live.now, ...live.next, ...ended.flatMap(({ orders }) => orders)];
	const ids = [...new Set(known.map(({ orderId }) => orderId))];
	const orders = await Promise.all(ids.map((orderId) => client.ordering.getOrder.query({ orderId })));
	const data = { amounts: "in hundredths", profile, orders, statement: statement.flatMap(({ lines }) => lines) };
	return JSON.stringify(data, (_, value) => (typeof value === "bigint" ? String(value) : value), "\t");
}

type EndedCursor = NonNullable<Parameters<Client["ordering"]["listPastOrders"]["query"]>[0]>["cursor"];
type StatementCursor = NonNullable<Parameters<Client["billing"]["clientStatement"]["query"]>[0]>["cursor"];

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
