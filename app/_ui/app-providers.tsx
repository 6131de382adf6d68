import type { ReactNode } from "react";
import { api, pageContext } from "@/server/trpc/server";
import { ClientMessages } from "./client-messages";
import { DemoBar } from "./demo/demo-bar";
import { FormatProvider } from "./format/format-provider";
import { getBusiness } from "./format/get-format";
import { ConnectionNote } from "./live/connection-note";
import { LiveProvider } from "./live/live-provider";
import { QueryProvider } from "./query/query-provider";
import { Toasts } from "./toasts";

type AppProvidersProps = {
	/** A surface that is read from afar says in its own way that the connection is lost. */
	saysLost?: boolean;
	children: ReactNode;
};

/** What the pages of a signed-in surface share; once in its layout. Public pages stay light and do without. */
export async function AppProviders({ saysLost = true, children }: AppProvidersProps) {
	const [settings, demo, { actor }] = await Promise.all([getBusiness(), api.demo.open(), pageContext()]);
	return (
		<QueryProvider>
			<LiveProvider listening={actor.kind === "person"}>
				<FormatProvider settings={settings}>
					{demo && (
						<ClientMessages namespaces={["demo"]}>
							<DemoBar />
						</ClientMessages>
					)}
					{saysLost && <ConnectionNote />}
					{children}
					<Toasts />
				</FormatProvider>
			</LiveProvider>
		</QueryProvider>
	);
}
