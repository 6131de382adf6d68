import { and, eq, gte, isNull, lt, ne, or, sql } from "drizzle-orm";
import { applicationDuplicates, applications } from "@/db/schema/hiring-applications";
import { after, days } from "@/server/kernel/clock";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { type Application, tellOffice } from "./move-application";

/** More than these are a flood, and no person. */
const MOST = 20;

/**
 * Looks for earlier applications of the same person and notes them, with what is the same: for the office alone, since one who
 * applies must not learn who else has.
 */
export async function findDuplicates(ctx: Ctx, { applicationId }: { applicationId: ApplicationId }): Promise<void> {
	const [one] = await ctx.db.select().from(applications).where(eq(applications.id, applicationId));
	if (!one || one.erasedAt) return;
	const found = await alike(ctx, one);
	if (found.length === 0) return;
	await withTransaction(ctx, async (tx) => {
		const foundAt = tx.clock.now();
		const rows = found.map((other) => ({
			applicationId,
			earlierId: other.id,
			reasons: reasonsOf(one, other),
			foundAt,
		}));
		await tx.db.insert(applicationDuplicates).values(rows).onConflictDoNothing();
		await tellOffice(tx, applicationId);
	});
}

const looks = ({ name, breed, coat }: Application) => `${name.toLowerCase()} ${breed} ${coat}`;

/** The same address or number at any time; the same name and looks, too, where they came from one network within a day. */
async function alike(ctx: Ctx, one: Application): Promise<Application[]> {
	const rows = await ctx.db
		.select()
		.from(applications)
		.where(
			and(
				or(
					eq(applications.email, one.email),
					eq(applications.phone, one.phone),
					and(
						gte(applications.submittedAt, after(one.submittedAt, -days(1))),
						eq(sql`lower(${applications.name})`, one.name.toLowerCase()),
						one.network === null ? isNull(applications.network) : eq(applications.network, one.network),
					),
				),
				or(
					lt(applications.submittedAt, one.submittedAt),
					and(eq(applications.submittedAt, one.submittedAt), lt(applications.id, one.id)),
				),
				ne(applications.id, one.id),
				isNull(applications.erasedAt),
			),
		)
		.limit(MOST);
	return rows.filter((other) => reasonsOf(one, other).length > 0);
}

function reasonsOf(one: Application, other: Application): string[] {
	return [
		other.email === one.email && "email",
		other.phone === one.phone && "phone",
		looks(other) === looks(one) && "name",
		other.network !== null && other.network === one.network && looks(other) === looks(one) && "network",
		other.workerId !== null && "worker",
	].filter((reason) => reason !== false);
}
