import { eq } from "drizzle-orm";
import type { z } from "zod";
import { vacancies } from "@/db/schema/hiring-applications";
import { commonRefusals } from "@/server/kernel/errors";
import { newId, type VacancyId } from "@/server/kernel/ids";
import { audit } from "@/server/platform/audit";
import type { Ctx, TxCtx } from "@/server/platform/context";
import { withTransaction } from "@/server/platform/database";
import { announce } from "@/server/platform/live";
import { once } from "@/server/platform/once";
import type { defineVacancyInput, editVacancyInput, setVacancyOpenInput } from "../contracts/applications";
import { demandManager } from "../domain/access";

/** A manager says what else cats can apply for. */
export async function defineVacancy(
	ctx: Ctx,
	input: z.output<typeof defineVacancyInput>,
): Promise<{ vacancyId: VacancyId }> {
	demandManager(ctx.actor);
	const { idempotencyKey: key, name, open = true } = input;
	return withTransaction(ctx, (tx) =>
		once(tx, { command: "hiring.define-vacancy", key, input }, async () => {
			const vacancyId = newId<VacancyId>();
			await tx.db.insert(vacancies).values({ id: vacancyId, name, open, createdAt: tx.clock.now() });
			await audit(tx, { action: "hiring.define-vacancy", subject: `vacancy:${vacancyId}`, after: { name, open } });
			await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
			return { vacancyId };
		}),
	);
}

/** A manager calls a vacancy otherwise; refused (`common.stale`) when somebody else has changed it since it was shown. */
export async function editVacancy(ctx: Ctx, input: z.output<typeof editVacancyInput>): Promise<{ version: number }> {
	demandManager(ctx.actor);
	const { vacancyId, version, name } = input;
	return withTransaction(ctx, async (tx) => {
		const before = await lockVacancy(tx, vacancyId);
		if (before.version !== version) throw commonRefusals.because("stale");
		await tx.db
			.update(vacancies)
			.set({ name, version: version + 1 })
			.where(eq(vacancies.id, vacancyId));
		await audit(tx, {
			...{ action: "hiring.edit-vacancy", subject: `vacancy:${vacancyId}` },
			...{ before: { name: before.name }, after: { name } },
		});
		await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
		return { version: version + 1 };
	});
}

/** Opens a vacancy to applications, or closes it. Those who have applied stay. */
export async function setVacancyOpen(ctx: Ctx, input: z.output<typeof setVacancyOpenInput>): Promise<void> {
	demandManager(ctx.actor);
	const { vacancyId, open } = input;
	await withTransaction(ctx, async (tx) => {
		const before = await lockVacancy(tx, vacancyId);
		if (before.open === open) return;
		await tx.db
			.update(vacancies)
			.set({ open, version: before.version + 1 })
			.where(eq(vacancies.id, vacancyId));
		await audit(tx, {
			...{ action: "hiring.set-vacancy-open", subject: `vacancy:${vacancyId}` },
			...{ before: { open: before.open }, after: { open } },
		});
		await announce(tx, { context: "hiring", subject: vacancyId, audiences: [] });
	});
}

async function lockVacancy(tx: TxCtx, vacancyId: VacancyId) {
	const [found] = await tx.db.select().from(vacancies).where(eq(vacancies.id, vacancyId)).for("update");
	if (!found) throw commonRefusals.because("not_found");
	return found;
}
