import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { Shell } from "@/app/_ui/shell/shell";
import { OfficeRail } from "./_components/office-rail";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The office's frame. Each page below decides for itself who may see it. */
export default async function OfficeLayout({ params, children }: Props) {
	setRequestLocale((await params).locale as Locale);
	return (
		<ClientMessages namespaces={["office"]}>
			<AppProviders>
				<Shell place="office" width="full" rail={<OfficeRail />}>
					{children}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
