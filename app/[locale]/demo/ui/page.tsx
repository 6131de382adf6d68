import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { FormatProvider } from "@/app/_ui/format/format-provider";
import { LanguageSwitch } from "@/app/_ui/language/language-switch";
import { PageHeader } from "@/app/_ui/page-header";
import { QueryProvider } from "@/app/_ui/query/query-provider";
import { AppHeader } from "@/app/_ui/shell/app-header";
import { type Place, Shell } from "@/app/_ui/shell/shell";
import { ThemeSwitch } from "@/app/_ui/theme/theme-switch";
import { Toasts } from "@/app/_ui/toasts";
import { api } from "@/server/trpc/server";
import { Actions } from "./_parts/actions";
import { Cats } from "./_parts/cats";
import { Colour } from "./_parts/colour";
import { Controls } from "./_parts/controls";
import { example } from "./_parts/example";
import { Figures } from "./_parts/figures";
import { Floating } from "./_parts/floating";
import { GalleryForm } from "./_parts/gallery-form";
import { List } from "./_parts/list";
import { Navigation } from "./_parts/navigation";
import { Order } from "./_parts/order";
import { PlaceLinks } from "./_parts/place-links";
import { Section } from "./_parts/section";
import { States } from "./_parts/states";
import { Tables } from "./_parts/tables";
import { TypeScale } from "./_parts/type-scale";
import { Views } from "./_parts/views";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gallery");
	return { title: t("title"), robots: { index: false } };
}

const places: readonly Place[] = ["site", "office", "worker", "kiosk"];

const parts = [
	["colour", Colour],
	["type", TypeScale],
	["actions", Actions],
	["states", States],
	["order", Order],
	["form", GalleryForm],
	["controls", Controls],
	["table", Tables],
	["list", List],
	["figures", Figures],
	["cats", Cats],
	["floating", Floating],
	["views", Views],
	["navigation", Navigation],
] as const;

export default async function Page({ searchParams }: { searchParams: Promise<{ place?: string }> }) {
	if (!(await api.demo.open())) notFound();
	const { place: asked } = await searchParams;
	const place = places.find((known) => known === asked) ?? "site";
	const t = await getTranslations("gallery");
	return (
		<ClientMessages namespaces={["gallery", "lists", "payouts"]}>
			<QueryProvider>
				<FormatProvider settings={example}>
					<Shell
						place={place}
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
						<PageHeader title={t("title")} help={t("help")} />
						<PlaceLinks places={places} current={place} />
						{parts.map(([name, Part]) => (
							<Section key={name} title={t(`sections.${name}`)}>
								<Part />
							</Section>
						))}
					</Shell>
					<Toasts />
				</FormatProvider>
			</QueryProvider>
		</ClientMessages>
	);
}
