import { z } from "zod";
import { roles } from "@/server/kernel/actor";
import { accountId, clientId, workerId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";

export const accountChanged = defineEvent("identity/account.changed", {
	version: 1,
	meaning: "An account is now like this.",
	kind: "replication",
	schema: z.object({
		accountId,
		version: z.int().positive(),
		name: z.string(),
		email: z.string(),
		phone: z.string(),
		locale: z.enum(["en", "ru"]),
		roles: z.array(z.enum(roles)),
		clientId: clientId.nullable(),
		workerId: workerId.nullable(),
		active: z.boolean(),
	}),
	subjects: ["accountId", "clientId", "workerId"],
	personal: ["name", "email", "phone"],
});
