import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { Shell } from "@/app/_ui/shell/shell";
import { WorkerNav } from "./jobs/_components/worker-nav";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The worker's frame, for the thumb. Each page below decides for itself who may see it. */
export default async function WorkerLayout({ params, children }: Props) {
	setRequestLocale((await params).locale as Locale);
	return (
		<ClientMessages namespaces={["jobs"]}>
			<AppProviders>
				<Shell place="worker" width="prose" bottom={<WorkerNav />}>
					{children}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
