import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { traits } from "@/db/schema/hiring";
import { vacancies } from "@/db/schema/hiring-applications";
import { pipelines } from "@/db/schema/matching-pipelines";
import { policyVersions } from "@/db/schema/platform";
import { actorRef, system } from "@/server/kernel/actor";
import { type PolicySet, policySets } from "@/server/platform/policies";
import { firstPipeline } from "./pipeline";
import { firstTraits } from "./traits";
import { firstVacancies } from "./vacancies";

/**
 * What every installation starts with, laid once after the migrations: version 1 of each set of policies and of matching's
 * chain, the list of traits, the first vacancy. Repeating it does nothing.
 */
export async function seedReference(databaseUrl: string): Promise<void> {
	const firstVersions = (Object.keys(policySets) as PolicySet[]).map((set) => ({
		set,
		version: 1,
		effectiveFrom: new Date(0),
		values: policySets[set].schema.parse(policySets[set].defaults),
		author: actorRef(system("installation")),
	}));
	const sql = postgres(databaseUrl, { max: 1 });
	const db = drizzle(sql);
	await db.insert(policyVersions).values(firstVersions).onConflictDoNothing();
	await db.insert(traits).values(firstTraits).onConflictDoNothing();
	await db.insert(vacancies).values(firstVacancies).onConflictDoNothing();
	await db.insert(pipelines).values(firstPipeline).onConflictDoNothing();
	await sql.end();
}
