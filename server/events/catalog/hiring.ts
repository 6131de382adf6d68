import { z } from "zod";
import { fileId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";
import { traitKey } from "./_parts";

/** A trait, what people call it, and how strong the worker is or how weak in it, from 1 to 5. */
const trait = z.object({
	trait: traitKey,
	name: z.object({ en: z.string(), ru: z.string() }),
	level: z.int().min(1).max(5),
});

export const workerChanged = defineEvent("hiring/worker.changed", {
	version: 1,
	meaning: "A worker is now like this.",
	kind: "replication",
	schema: z.object({
		workerId,
		version: z.int().positive(),
		name: z.string(),
		email: z.string(),
		phone: z.string(),
		locale: z.enum(["en", "ru"]),
		age: z.int().positive(),
		breed: z.string(),
		coat: z.string(),
		photoId: fileId.nullable(),
		/** The strongest first. */
		strengths: z.array(trait),
		weaknesses: z.array(trait),
		active: z.boolean(),
	}),
	subjects: ["workerId"],
	personal: ["name", "email", "phone", "age", "photoId"],
});
