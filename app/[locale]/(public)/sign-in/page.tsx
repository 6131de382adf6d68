import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { EmptyState } from "@/app/_ui/empty-state";
import { Shell } from "@/app/_ui/shell/shell";
import { api } from "@/server/trpc/server";
import { PersonaPage } from "../../demo/_components/persona-page";

export async function generateMetadata({ params }: PageProps<"/[locale]/sign-in">) {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "demo.signIn" });
	return { title: t("title") };
}

export default async function SignIn({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
	setRequestLocale((await params).locale as Locale);
	if (await api.demo.open()) return <PersonaPage to={localPath((await searchParams).to)} />;
	const t = await getTranslations("demo.signIn");
	return (
		<Shell place="site" width="prose">
			<EmptyState title={t("closedTitle")}>{t("closedHelp")}</EmptyState>
		</Shell>
	);
}

/** Where the person came from, only if it is a path of this site. */
const localPath = (to: string | string[] | undefined): string | null =>
	typeof to === "string" && /^\/(?![/\\])[^\\]*$/.test(to) ? to : null;
