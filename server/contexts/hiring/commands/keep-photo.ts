import { eq } from "drizzle-orm";
import { applications, rawPhotos } from "@/db/schema/hiring-applications";
import { Refusal } from "@/server/kernel/errors";
import type { ApplicationId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { claimFile, fileRefusals, receiveImage } from "@/server/platform/files";
import { log } from "@/server/platform/log";
import { tellOffice } from "./move-application";

/** Makes of the photo that came with an application one of our own making. What is no photo is thrown away; the application stays. */
export async function keepPhoto(ctx: Ctx, { applicationId }: { applicationId: ApplicationId }): Promise<void> {
	const [raw] = await ctx.db.select().from(rawPhotos).where(eq(rawPhotos.applicationId, applicationId));
	if (!raw) return;
	const fileId = await madeSafe(ctx, applicationId, raw.photo);
	await withTransaction(ctx, async (tx) => {
		if (fileId) {
			await claimFile(tx, { fileId, context: "hiring", subject: `application:${applicationId}` });
			await tx.db.update(applications).set({ photoId: fileId }).where(eq(applications.id, applicationId));
		}
		await tx.db.delete(rawPhotos).where(eq(rawPhotos.applicationId, applicationId));
		await tellOffice(tx, applicationId);
	});
}

async function madeSafe(ctx: Ctx, applicationId: ApplicationId, source: Buffer) {
	try {
		return (await receiveImage(ctx, { source, idempotencyKey: applicationId })).fileId;
	} catch (error) {
		if (!(error instanceof Refusal) || fileRefusals.is(error, "no_room")) throw error;
		log.info({ applicationId, refusal: error.code }, "what came with an application is no photo");
		return null;
	}
}
