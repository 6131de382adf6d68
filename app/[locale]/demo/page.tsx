import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { PersonaPage } from "./_components/persona-page";

export async function generateMetadata({ params }: PageProps<"/[locale]/demo">) {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "demo.personas" });
	return { title: t("title") };
}

export default async function Demo({ params }: PageProps<"/[locale]/demo">) {
	setRequestLocale((await params).locale as Locale);
	return <PersonaPage to={null} />;
}
