import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { routing } from "../_i18n/routing";
import { ThemeScript } from "../_ui/theme/theme-script";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fffdf9" },
		{ media: "(prefers-color-scheme: dark)", color: "#1e1a15" },
	],
};

export async function generateMetadata({ params }: Omit<Props, "children">): Promise<Metadata> {
	const { locale } = await params;
	if (!hasLocale(routing.locales, locale)) return {};
	const t = await getTranslations({ locale, namespace: "common" });
	return {
		title: { default: t("appName"), template: `%s · ${t("appName")}` },
		description: t("description"),
		applicationName: t("appName"),
	};
}

export default async function Layout({ params, children }: Props) {
	const { locale } = await params;
	if (!hasLocale(routing.locales, locale)) notFound();
	setRequestLocale(locale);
	return (
		// The theme's script may have set an attribute before React looks.
		<html lang={locale} suppressHydrationWarning>
			<head>
				<ThemeScript />
			</head>
			<body>{children}</body>
		</html>
	);
}
