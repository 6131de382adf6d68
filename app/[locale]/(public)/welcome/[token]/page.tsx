import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { Shell } from "@/app/_ui/shell/shell";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { invitationInput } from "@/server/contexts/identity/contracts";
import { api } from "@/server/trpc/server";
import { AcceptInvitation } from "./_components/accept-invitation";

const unknown = { state: "unknown", email: null } as const;

/** Its address is a secret: nobody lists it, and no other site learns it. */
export async function generateMetadata() {
	const t = await getTranslations("welcome");
	return { title: t("title"), robots: { index: false }, referrer: "no-referrer" as const };
}

export default async function Welcome({ params }: PageProps<"/[locale]/welcome/[token]">) {
	const { locale, token } = await params;
	setRequestLocale(locale as Locale);
	const t = await getTranslations("welcome");
	const asked = invitationInput.safeParse({ token });
	const { state, email } = asked.success ? await api.identity.invitation(asked.data) : unknown;
	return (
		<ClientMessages namespaces={["welcome"]}>
			<AppProviders>
				<Shell place="site" width="prose">
					{email ? (
						<AcceptInvitation token={token} email={email} />
					) : (
						<>
							<h1 className="sr-only">{t("title")}</h1>
							<EmptyState
								title={t(`${state === "open" ? "unknown" : state}.title`)}
								picture={<NapCat className="w-40" />}
							>
								{t(`${state === "open" ? "unknown" : state}.help`)}
							</EmptyState>
						</>
					)}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
