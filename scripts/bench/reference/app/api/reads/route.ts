import { recorded, sql } from "../../../recorded";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
	const answers = [];
	for (const { text, values } of recorded.statements) {
		answers.push(await sql.unsafe(text, values, { prepare: true }));
	}
	return Response.json(answers);
}
