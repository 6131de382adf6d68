import { randomUUID } from "node:crypto";
import { recorded, sql } from "../../../recorded";

export async function POST(request: Request): Promise<Response> {
	await request.json();
	const fresh = recorded.ownIds.map((id) => ({ id, now: randomUUID() }));
	const answer = await sql.begin(async (transaction) => {
		for (const { text, values } of recorded.statements) {
			const current = values.map(
				(value) => value && fresh.reduce((all, { id, now }) => all.replaceAll(id, now), value),
			);
			await transaction.unsafe(text, current, { prepare: true });
		}
		return { orderId: fresh[0]?.now };
	});
	return Response.json(answer);
}
