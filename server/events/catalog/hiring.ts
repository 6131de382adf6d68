import { z } from "zod";
import { fileId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";
import { traitKey } from "./_parts";

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
		/** How strong in a trait, 1 to 5. */
		strengths: z.array(z.object({ trait: traitKey, level: z.int().min(1).max(5) })),
		weaknesses: z.array(z.object({ trait: traitKey, level: z.int().min(1).max(5) })),
		active: z.boolean(),
	}),
	subjects: ["workerId"],
	personal: ["name", "email", "phone", "age", "photoId"],
});
