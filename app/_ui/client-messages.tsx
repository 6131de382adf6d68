import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/messages/catalogue";

type Namespace = keyof Messages;

/** Every client component may use these. */
const always: readonly Namespace[] = ["common", "refusals"];

/**
 * Sends the texts of the named areas to the browser, for the client components within; server components have all texts
 * anyway. Name only what is used: each page carries it.
 */
export async function ClientMessages({ namespaces = [], children }: { namespaces?: Namespace[]; children: ReactNode }) {
	const messages = await getMessages();
	const wanted = new Set<string>([...always, ...namespaces]);
	const chosen = Object.fromEntries(Object.entries(messages).filter(([namespace]) => wanted.has(namespace)));
	return <NextIntlClientProvider messages={chosen as Partial<Messages>}>{children}</NextIntlClientProvider>;
}
