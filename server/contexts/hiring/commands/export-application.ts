import { eq } from "drizzle-orm";
import type { z } from "zod";
import { applications } from "@/db/schema/hiring-applications";
import { commonRefusals } from "@/server/kernel/errors";
import { audit } from "@/server/platform/audit";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { type applicationInput, applicationRefusals } from "../contracts/applications";
import { demandManager } from "../domain/access";
import { getToldData } from "../queries/get-told-data";

/** A manager takes out what a person has told, to hand it over on request. That it was taken out stays on record. */
export async function exportApplication(ctx: Ctx, { applicationId }: z.output<typeof applicationInput>) {
	demandManager(ctx.actor);
	return withTransaction(ctx, async (tx) => {
		const [found] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
		if (!found) throw commonRefusals.because("not_found");
		if (found.erasedAt) throw applicationRefusals.because("erased");
		await audit(tx, { action: "hiring.export-data", subject: `application:${applicationId}` });
		return getToldData(tx, found);
	});
}
