// `npm run admin:invite -- mail@address`: prints a link that makes its holder the first admin of this installation, running or
// not, or of the one whose database DATABASE_URL names. It works once and for a day.
import { createTranslator } from "next-intl";
import { closeDatabase } from "@/db/client";
import { messages } from "@/messages/catalogue";
import { inviteAdmin } from "@/server/contexts/identity";
import { inviteAdminInput } from "@/server/contexts/identity/contracts";
import { system } from "@/server/kernel/actor";
import { Refusal } from "@/server/kernel/errors";
import { createCtx } from "@/server/platform/context";
import { env } from "@/server/platform/env";

const t = createTranslator({ locale: "en", messages: messages.en, namespace: "refusals" });

async function invite(email: string): Promise<void> {
	const { token, expiresAt } = await inviteAdmin(createCtx({ actor: system("admin-invite") }), { email });
	console.log(`${email} becomes an admin with this link. It works once, until ${expiresAt.toISOString()}:\n`);
	console.log(`  ${env().APP_URL.replace(/\/$/, "")}/welcome/${token}\n`);
}

const asked = inviteAdminInput.safeParse({ email: process.argv[2] });
try {
	if (asked.success) await invite(asked.data.email);
	else console.error("Whom? npm run admin:invite -- mail@address");
	process.exitCode = asked.success ? 0 : 1;
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(t(error.code as Parameters<typeof t>[0], error.details));
	process.exitCode = 1;
} finally {
	await closeDatabase();
}
