import { type CsvValue, csvLine } from "@/server/kernel/csv";
import { audit } from "./audit";
import type { Ctx } from "./context";
import { withTransaction } from "./database";
import type { ListPage } from "./paging";

const ROWS_A_TURN = 500;
/** More than this nobody reads in a spreadsheet: the last line then says that there is more. */
const MOST_ROWS = 50_000;
/** So that spreadsheets know the encoding. */
const BYTE_ORDER_MARK = "\ufeff";

type Export<Asked, Row> = {
	/** What the list is called. */
	name: string;
	asked: Asked & { after?: string; before?: string; limit: number };
	read: (asked: Asked & { limit: number }) => Promise<ListPage<Row>>;
	/** Each column's name, and its value in a row. */
	columns: Record<string, (row: Row) => CsvValue>;
};

/**
 * The whole filtered list as CSV, page after page as fast as it is taken, so that it never stands in memory. Who took what out
 * of the house is put on record. The first page is read before the answer begins, so that a refusal still is one.
 */
export async function exportList<Asked, Row>(
	ctx: Ctx,
	{ name, asked, read, columns }: Export<Asked, Row>,
): Promise<Response> {
	const whole = { ...asked, after: undefined, before: undefined, limit: ROWS_A_TURN };
	let page: ListPage<Row> | null = await read(whole);
	await withTransaction(ctx, (tx) => audit(tx, { action: "office.export", subject: `list:${name}`, after: asked }));
	const cells = Object.values(columns);
	const encoder = new TextEncoder();
	let written = 0;
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(Object.keys(columns)))),
		async pull(controller) {
			if (!page) return controller.close();
			const lines = page.rows.map((row) => csvLine(cells.map((value) => value(row))));
			written += lines.length;
			const { after } = page;
			const full = written >= MOST_ROWS;
			if (full && after) lines.push(csvLine([`… more than ${MOST_ROWS} rows: narrow the filters`]));
			controller.enqueue(encoder.encode(lines.join("")));
			page = after && !full ? await read({ ...whole, after }) : null;
		},
	});
	return new Response(body, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${name}.csv"`,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
