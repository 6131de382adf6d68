import { accountChanged } from "@/server/events/catalog/identity";
import { reaction } from "@/server/inngest/define";
import { mirrorAccount } from "../commands/mirror-account";

export const mirrorAccountOnAccountChanged = reaction({
	id: "notifications/mirror-account",
	on: accountChanged,
	run: ({ ctx, data, step }) => step.run("mirror", () => mirrorAccount(ctx, data)),
});
