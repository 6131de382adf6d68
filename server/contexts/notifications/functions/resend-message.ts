import { messageResent } from "@/server/events/catalog/notifications";
import { reaction } from "@/server/inngest/define";
import { sendMessage } from "../commands/send-message";

export const resendOnMessageResent = reaction({
	id: "notifications/resend-message",
	on: messageResent,
	run: ({ ctx, data: { messageId }, step }) => step.run("send", () => sendMessage(ctx, { messageId })),
});
