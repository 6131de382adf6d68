import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The kiosk's frame: one screen that never scrolls as a whole, but for phones. The page below decides who may see it. */
export default async function WarehouseLayout({ params, children }: Props) {
	setRequestLocale((await params).locale as Locale);
	return (
		<ClientMessages namespaces={["kiosk"]}>
			<div data-place="kiosk" className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
				<AppProviders saysLost={false}>{children}</AppProviders>
			</div>
		</ClientMessages>
	);
}
