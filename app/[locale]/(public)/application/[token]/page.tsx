import { TRPCError } from "@trpc/server";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { Shell } from "@/app/_ui/shell/shell";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { linkInput } from "@/server/contexts/hiring/contracts/applications";
import { api } from "@/server/trpc/server";
import { MyApplication } from "./_components/my-application";

/** Its address is a secret: nobody lists it, and no other site learns it. */
export async function generateMetadata() {
	const t = await getTranslations("apply.mine");
	return { title: t("title"), robots: { index: false }, referrer: "no-referrer" as const };
}

async function find(token: string) {
	const asked = linkInput.safeParse({ token });
	if (!asked.success) return null;
	try {
		return await api.hiring.myApplication(asked.data);
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") return null;
		throw error;
	}
}

/** A candidate's own page, behind the link of the mails. */
export default async function Application({ params }: PageProps<"/[locale]/application/[token]">) {
	const { locale, token } = await params;
	setRequestLocale(locale as Locale);
	const t = await getTranslations("apply.mine");
	const found = await find(token);
	return (
		<ClientMessages namespaces={["apply"]}>
			<AppProviders>
				<Shell place="site" width="prose">
					<h1 className="py-4 font-semibold text-2xl tracking-tight">{t("title")}</h1>
					{found ? (
						<MyApplication token={token} first={found} />
					) : (
						<EmptyState title={t("unknown")} picture={<NapCat className="w-40" />}>
							{t("unknownHelp")}
						</EmptyState>
					)}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
