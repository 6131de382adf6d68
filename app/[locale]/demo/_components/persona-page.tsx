import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { LanguageSwitch } from "@/app/_ui/language/language-switch";
import { PageHeader } from "@/app/_ui/page-header";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { AppHeader } from "@/app/_ui/shell/app-header";
import { Shell } from "@/app/_ui/shell/shell";
import { ThemeSwitch } from "@/app/_ui/theme/theme-switch";
import { api } from "@/server/trpc/server";
import { Personas } from "./personas";

/** Where a visitor of the demo becomes somebody. */
export async function PersonaPage({ to }: { to: string | null }) {
	if (!(await api.demo.open())) notFound();
	const t = await getTranslations("demo.personas");
	await getQueryClient().prefetchQuery(trpc.demo.personas.queryOptions());
	return (
		<ClientMessages namespaces={["demo"]}>
			<AppProviders>
				<Shell
					place="site"
					header={
						<AppHeader
							home="/"
							actions={
								<>
									<LanguageSwitch />
									<ThemeSwitch />
								</>
							}
						/>
					}
				>
					<PageHeader title={t("title")} />
					<p className="mb-8 max-w-2xl text-muted">{t("intro")}</p>
					<Hydrate>
						<Personas to={to} />
					</Hydrate>
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
