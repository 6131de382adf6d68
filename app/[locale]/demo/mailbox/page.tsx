import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { AppHeader } from "@/app/_ui/shell/app-header";
import { Shell } from "@/app/_ui/shell/shell";
import { api } from "@/server/trpc/server";
import { Mailbox } from "./_components/mailbox";

export async function generateMetadata({ params }: PageProps<"/[locale]/demo/mailbox">) {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "demo.mailbox" });
	return { title: t("title") };
}

export default async function MailboxPage({ params }: PageProps<"/[locale]/demo/mailbox">) {
	setRequestLocale((await params).locale as Locale);
	if (!(await api.demo.open())) notFound();
	const t = await getTranslations("demo.mailbox");
	await getQueryClient().prefetchInfiniteQuery(
		trpc.notifications.mailbox.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor ?? undefined }),
	);
	return (
		<ClientMessages namespaces={["demo"]}>
			<AppProviders>
				<Shell place="site" header={<AppHeader home="/" />}>
					<PageHeader title={t("title")} help={t("intro")} />
					<Hydrate>
						<Mailbox />
					</Hydrate>
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
