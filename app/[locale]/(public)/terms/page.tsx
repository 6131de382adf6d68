import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { LegalPage } from "../_components/legal-page";

type Props = PageProps<"/[locale]/terms">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "legal.terms" });
	return { title: t("title"), description: t("description") };
}

export default async function Terms({ params }: Props) {
	setRequestLocale((await params).locale as Locale);
	return <LegalPage document="terms" />;
}
