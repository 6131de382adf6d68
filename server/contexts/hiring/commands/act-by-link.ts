import { eq } from "drizzle-orm";
import type { z } from "zod";
import { applications, vacancies } from "@/db/schema/hiring-applications";
import { system } from "@/server/kernel/actor";
import type { ApplicationId } from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { readLinkToken } from "@/server/platform/signed-links";
import { applicationRefusals, type linkInput } from "../contracts/applications";
import { getToldData } from "../queries/get-told-data";
import { erase } from "./erase-application";
import { lockApplication } from "./move-application";
import { takeBack } from "./withdraw-application";

type Link = z.output<typeof linkInput>;

/** Whoever holds the link from the mail is the candidate. */
async function byLink(ctx: Ctx, { token }: Link) {
	const link = readLinkToken("application", token);
	const [found] = link
		? await ctx.db
				.select({ application: applications, vacancyName: vacancies.name })
				.from(applications)
				.innerJoin(vacancies, eq(vacancies.id, applications.vacancyId))
				.where(eq(applications.id, link.id as ApplicationId))
		: [];
	if (!found || link?.version !== 1) throw applicationRefusals.because("link_unknown");
	return found;
}

/** How far it is, and no more: nothing of what the office thinks. */
export async function seeMine(ctx: Ctx, link: Link) {
	const { application, vacancyName } = await byLink(ctx, link);
	const { state, submittedAt, erasedAt } = application;
	return { state, submittedAt, vacancyName, isErased: erasedAt !== null };
}

/** All that the candidate has told, as it is kept. */
export const exportMine = async (ctx: Ctx, link: Link) => getToldData(ctx, (await byLink(ctx, link)).application);

/** The candidate does not want the work any more. Saying so again does nothing. */
export async function withdrawMine(asked: Ctx, link: Link): Promise<void> {
	const { application } = await byLink(asked, link);
	if (application.state === "withdrawn") return;
	const ctx = actingAs(asked, system("hiring/candidate"));
	await withTransaction(ctx, async (tx) => {
		await takeBack(tx, await lockApplication(tx, { applicationId: application.id }), "");
	});
}

/** The candidate wants to be forgotten. */
export async function eraseMine(asked: Ctx, link: Link): Promise<void> {
	const { application } = await byLink(asked, link);
	if (application.erasedAt) return;
	await erase(actingAs(asked, system("hiring/candidate")), { applicationId: application.id }, "asked by the candidate");
}
