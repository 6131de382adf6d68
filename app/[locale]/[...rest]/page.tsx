import { notFound } from "next/navigation";
import { connection } from "next/server";

/** Every address that no page has: the not-found page in the person's language. */
export default async function Page() {
	await connection();
	notFound();
}
