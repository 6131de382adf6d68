import type { z } from "zod";
import { newId } from "@/server/kernel/ids";
import type { addWorkerInput } from "./contracts";

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
