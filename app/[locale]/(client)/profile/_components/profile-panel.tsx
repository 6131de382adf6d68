"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { usePathname, useRouter } from "@/app/_i18n/navigation";
import { type Locale, routing } from "@/app/_i18n/routing";
import { Card, CardHeader } from "@/app/_ui/card";
import { DescriptionList } from "@/app/_ui/description-list";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { Select } from "@/app/_ui/select";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { readTheme, themes } from "@/app/_ui/theme/theme";
import { useTheme } from "@/app/_ui/theme/use-theme";
import { toast } from "@/app/_ui/toasts";
import { OwnData } from "./own-data";

/** Who is signed in, and how the site speaks and looks. */
export function ProfilePanel() {
	const t = useTranslations("profile");
	const trpc = useTRPC();
	const me = useQuery(trpc.identity.me.queryOptions());
	if (me.isError) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
	if (!me.data) return <SkeletonCards cards={2} />;
	const { name, email, phone } = me.data;
	return (
		<div className="max-w-2xl space-y-6">
			<Card aria-label={t("about")}>
				<CardHeader title={t("about")} help={t("aboutHelp")} />
				<DescriptionList
					items={[
						{ term: t("name"), description: name },
						{ term: t("email"), description: email },
						{ term: t("phone"), description: phone || t("noPhone") },
					]}
				/>
			</Card>
			<Choices />
			<OwnData />
		</div>
	);
}

function Choices() {
	const t = useTranslations("profile");
	const common = useTranslations("common");
	const locale = useLocale();
	const router = useRouter();
	const pathname = usePathname();
	const refusalText = useRefusalText();
	const trpc = useTRPC();
	const [theme, chooseTheme] = useTheme();
	const remember = useMutation(
		trpc.identity.setLocale.mutationOptions({
			onSuccess: (_, { locale: chosen }) => router.replace(pathname, { locale: chosen }),
			onError: (error) => toast.failed(refusalText(error)),
		}),
	);
	const languages = routing.locales.map((value: Locale) => ({ value, label: common(`language.${value}`) }));
	const appearances = themes.map((value) => ({ value, label: common(`theme.${value}`) }));
	return (
		<Card aria-label={t("choices")} className="space-y-6">
			<Field label={common("language.label")} help={t("languageHelp")}>
				{(control) => (
					<Select
						{...control}
						value={remember.isPending ? remember.variables.locale : locale}
						choices={languages}
						onChange={({ target }) => {
							const chosen = routing.locales.find((one) => one === target.value);
							if (chosen) remember.mutate({ locale: chosen });
						}}
					/>
				)}
			</Field>
			<Field label={common("theme.label")}>
				{(control) => (
					<Select
						{...control}
						value={theme}
						choices={appearances}
						onChange={({ target }) => chooseTheme(readTheme(target.value))}
					/>
				)}
			</Field>
		</Card>
	);
}
