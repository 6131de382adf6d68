"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { getPathname, usePathname, useRouter } from "@/app/_i18n/navigation";
import { type Locale, routing } from "@/app/_i18n/routing";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ErrorState } from "@/app/_ui/error-state";
import { Field } from "@/app/_ui/field";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { Select } from "@/app/_ui/select";
import { SkeletonCards } from "@/app/_ui/skeleton";
import { readTheme, themes } from "@/app/_ui/theme/theme";
import { useTheme } from "@/app/_ui/theme/use-theme";
import { toast } from "@/app/_ui/toasts";

/** Who is signed in, how the app speaks and looks, and the way out. */
export function ProfilePanel() {
	const t = useTranslations("jobs.profile");
	const actions = useTranslations("common.actions");
	const locale = useLocale();
	const trpc = useTRPC();
	const me = useQuery(trpc.identity.me.queryOptions());
	if (me.isError) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
	if (!me.data) return <SkeletonCards cards={1} />;
	const { name, email, phone } = me.data;
	return (
		<div className="space-y-6">
			<Card>
				<h2 className="wrap-anywhere font-semibold text-lg">{name}</h2>
				<p className="wrap-anywhere text-muted">{email}</p>
				{phone && <p className="figures text-muted">{phone}</p>}
				<p className="mt-3 text-muted text-sm">{t("whoChanges")}</p>
			</Card>
			<Choices />
			<Button size="thumb" wide onClick={() => void signOut({ redirectTo: getPathname({ locale, href: "/" }) })}>
				<LogOut aria-hidden />
				{actions("signOut")}
			</Button>
		</div>
	);
}

function Choices() {
	const t = useTranslations("common");
	const help = useTranslations("jobs.profile");
	const locale = useLocale();
	const router = useRouter();
	const pathname = usePathname();
	const refusalText = useRefusalText();
	const trpc = useTRPC();
	const [theme, chooseTheme] = useTheme();
	const remember = useMutation(
		trpc.identity.setLocale.mutationOptions({ onError: (error) => toast.failed(refusalText(error)) }),
	);
	const speak = (chosen: Locale) => {
		remember.mutate({ locale: chosen });
		router.replace(pathname, { locale: chosen });
	};
	const languages = routing.locales.map((value) => ({ value, label: t(`language.${value}`) }));
	const appearances = themes.map((value) => ({ value, label: t(`theme.${value}`) }));
	return (
		<Card className="space-y-5">
			<Field label={t("language.label")} help={help("languageHelp")}>
				{(control) => (
					<Select
						{...control}
						value={locale}
						choices={languages}
						onChange={({ target }) => {
							const chosen = routing.locales.find((one) => one === target.value);
							if (chosen) speak(chosen);
						}}
					/>
				)}
			</Field>
			<Field label={t("theme.label")}>
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
