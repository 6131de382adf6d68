import { asc, desc, eq, or } from "drizzle-orm";
import type { z } from "zod";
import {
	applicationDuplicates,
	applicationMoves,
	applications,
	contacts,
	reminders,
	vacancies,
} from "@/db/schema/hiring-applications";
import { commonRefusals } from "@/server/kernel/errors";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { applicationInput } from "../contracts/applications";
import { demandManager } from "../domain/access";

/** All that the office knows of one candidate, but for tests and scores. */
export async function getCandidate(ctx: Ctx, { applicationId }: z.output<typeof applicationInput>) {
	demandManager(ctx.actor);
	const [row] = await ctx.db
		.select({ application: applications, vacancyName: vacancies.name })
		.from(applications)
		.innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
		.where(eq(applications.id, applicationId));
	if (!row) throw commonRefusals.because("not_found");
	const { id, proof: _proof, network: _network, ...application } = row.application;
	const of = <Table extends { applicationId: typeof contacts.applicationId }>(table: Table) =>
		eq(table.applicationId, applicationId);
	const [moves, log, reminded, duplicates] = await Promise.all([
		ctx.db
			.select()
			.from(applicationMoves)
			.where(eq(applicationMoves.applicationId, applicationId))
			.orderBy(asc(applicationMoves.number)),
		ctx.db.select().from(contacts).where(of(contacts)).orderBy(desc(contacts.contactedAt), desc(contacts.id)),
		ctx.db.select().from(reminders).where(eq(reminders.applicationId, applicationId)).orderBy(asc(reminders.dueAt)),
		findDuplicates(ctx, applicationId),
	]);
	return {
		...{ applicationId: id, ...application, vacancyName: row.vacancyName },
		...{ moves, contacts: log, reminders: reminded, duplicates },
	};
}

async function findDuplicates(ctx: Ctx, applicationId: ApplicationId) {
	const rows = await ctx.db
		.select()
		.from(applicationDuplicates)
		.where(
			or(eq(applicationDuplicates.applicationId, applicationId), eq(applicationDuplicates.earlierId, applicationId)),
		)
		.orderBy(desc(applicationDuplicates.foundAt))
		.limit(20);
	return Promise.all(
		rows.map(async ({ applicationId: later, earlierId, reasons }) => {
			const otherId = later === applicationId ? earlierId : later;
			const [other] = await ctx.db
				.select({ name: applications.name, state: applications.state, submittedAt: applications.submittedAt })
				.from(applications)
				.where(eq(applications.id, otherId));
			if (!other) throw commonRefusals.because("not_found");
			return { applicationId: otherId, reasons, ...other };
		}),
	);
}
