import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Shell } from "@/app/_ui/shell/shell";
import { ClientBottomNav, ClientHeader } from "./_components/client-nav";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The client's frame. Each page below decides for itself who may see it. */
export default async function ClientLayout({ params, children }: Props) {
	setRequestLocale((await params).locale as Locale);
	await getQueryClient().prefetchQuery(trpc.identity.me.queryOptions());
	return (
		<ClientMessages namespaces={["orders", "profile"]}>
			<AppProviders>
				<Hydrate>
					<Shell place="site" header={<ClientHeader />} bottom={<ClientBottomNav />}>
						{children}
					</Shell>
				</Hydrate>
			</AppProviders>
		</ClientMessages>
	);
}
