import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { traits } from "@/db/schema/hiring";
import { vacancies } from "@/db/schema/hiring-applications";
import { testSets, testSetTests, tests, testVersions } from "@/db/schema/hiring-tests";
import { pipelines } from "@/db/schema/matching-pipelines";
import { policyVersions } from "@/db/schema/platform";
import { actorRef, system } from "@/server/kernel/actor";
import { type PolicySet, policySets } from "@/server/platform/policies";
import { firstPipeline } from "./pipeline";
import { firstTestSets, firstTestSetTests, firstTests, firstTestVersions } from "./tests";
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
	await db.insert(tests).values(firstTests).onConflictDoNothing();
	await db.insert(testVersions).values(firstTestVersions).onConflictDoNothing();
	const laid = await db.insert(testSets).values(firstTestSets).onConflictDoNothing().returning({ id: testSets.id });
	// What managers have made of the set since stays.
	if (laid.length > 0) await db.insert(testSetTests).values(firstTestSetTests);
	await db.insert(pipelines).values(firstPipeline).onConflictDoNothing();
	await sql.end();
}
