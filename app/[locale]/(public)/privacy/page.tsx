import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { LegalPage } from "../_components/legal-page";

type Props = PageProps<"/[locale]/privacy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "legal.privacy" });
	return { title: t("title"), description: t("description") };
}

export default async function Privacy({ params }: Props) {
	setRequestLocale((await params).locale as Locale);
	return <LegalPage document="privacy" />;
}
