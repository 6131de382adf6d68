import type { z } from "zod";
import { firstVacancies } from "@/db/seed/vacancies";
import { visitor } from "@/server/kernel/actor";
import { type ApplicationId, newId, type VacancyId } from "@/server/kernel/ids";
import { actingAs, type Ctx } from "@/server/platform/context";
import { submitApplication } from "./commands/submit-application";
import type { addWorkerInput } from "./contracts";
import type { ApplyForm } from "./contracts/applications";

const FIRST_VACANCY = firstVacancies[0]?.id as VacancyId;

type NewWorker = z.output<typeof addWorkerInput>;

/** A cat as a manager would type one in; say what matters to the test. */
export const aNewWorker = (given: Partial<NewWorker> = {}): NewWorker => ({
	idempotencyKey: newId(),
	name: "Barsik",
	email: `${newId()}@cats.example`,
	phone: "+79990001133",
	locale: "ru",
	age: 3,
	breed: "siberian",
	coat: "ginger",
	photoId: null,
	strengths: [{ trait: "jar-tossing", level: 5 }],
	weaknesses: [{ trait: "patience", level: 2 }],
	...given,
});

/** What a cat fills into the public form; say what matters to the test. */
export const aForm = (given: Partial<ApplyForm> = {}): ApplyForm => ({
	vacancyId: FIRST_VACANCY,
	name: "Vasilisa",
	email: `${newId()}@cats.example`,
	phone: "+79990002244",
	age: 4,
	breed: "siberian",
	coat: "grey",
	languages: ["ru"],
	words: "I am patient, and I can open any door.",
	consent: true,
	locale: "ru",
	...given,
});

/** A cat that has applied. */
export async function anApplication(ctx: Ctx, given: Partial<ApplyForm> = {}): Promise<ApplicationId> {
	const submission = { form: aForm(given), photo: null, proof: newId<string>(), network: null };
	return (await submitApplication(actingAs(ctx, visitor), submission)).applicationId;
}
