import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/app/_i18n/routing";
import { AppProviders } from "@/app/_ui/app-providers";
import { ClientMessages } from "@/app/_ui/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { Shell } from "@/app/_ui/shell/shell";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { assessmentInput } from "@/server/contexts/hiring/contracts/taking";
import { Assessment } from "./_components/assessment";

/** Its address is a secret: nobody lists it, and no other site learns it. */
export async function generateMetadata() {
	const t = await getTranslations("assessment");
	return { title: t("title"), robots: { index: false }, referrer: "no-referrer" as const };
}

export default async function AssessmentPage({ params }: PageProps<"/[locale]/assessment/[token]">) {
	const { locale, token } = await params;
	setRequestLocale(locale as Locale);
	const t = await getTranslations("assessment");
	const asked = assessmentInput.safeParse({ token });
	const client = getQueryClient();
	const found = asked.success && (await client.fetchQuery(trpc.hiring.assessment.queryOptions(asked.data)));
	return (
		<ClientMessages namespaces={["assessment"]}>
			<AppProviders saysLost={false}>
				<Shell place="site" width="prose">
					{found && found.state !== "unknown" ? (
						<Hydrate>
							<Assessment token={token} />
						</Hydrate>
					) : (
						<>
							<h1 className="sr-only">{t("title")}</h1>
							<EmptyState title={t("unknown.title")} picture={<NapCat className="w-40" />}>
								{t("unknown.help")}
							</EmptyState>
						</>
					)}
				</Shell>
			</AppProviders>
		</ClientMessages>
	);
}
