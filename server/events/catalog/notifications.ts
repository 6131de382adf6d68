import { z } from "zod";
import { accountId } from "@/server/kernel/ids";
import { defineEvent } from "./_define";

export const messageResent = defineEvent("notifications/message.resent", {
	version: 1,
	meaning: "An admin had a message sent once more.",
	schema: z.object({ messageId: z.uuid(), copyOf: z.uuid(), accountId: accountId.nullable() }),
	subjects: ["accountId"],
});
