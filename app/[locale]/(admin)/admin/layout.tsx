import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { Shell } from "@/app/_ui/shell/shell";
import { holds } from "@/server/kernel/actor";
import { pageContext } from "@/server/trpc/server";
import { OfficeRail } from "./_components/office-rail";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The office's frame. Each page below decides for itself who may see it. */
export default async function OfficeLayout({ params, children }: Props) {
	setRequestLocale((await params).locale as Locale);
	const { actor } = await pageContext();
	return (
		<ClientMessages namespaces={["office", "palette"]}>
			<AppProviders>
				<Shell place="office" width="full" rail={<OfficeRail manager={holds(actor, "manager")} />}>
					{children}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
