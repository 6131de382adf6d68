"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/app/_i18n/navigation";
import { Button } from "@/app/_ui/button";
import { Logo } from "@/app/_ui/logo";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";

/** One button: a machine that only follows links in mails does not press it. */
export function AcceptInvitation({ token, email }: { token: string; email: string }) {
	const t = useTranslations("welcome");
	const locale = useLocale();
	const refusalText = useRefusalText();
	const accept = useMutation(
		useTRPC().identity.acceptInvitation.mutationOptions({
			// Loaded anew, and the address with the secret in it is left out of the history.
			onSuccess: () => window.location.replace(getPathname({ locale, href: "/admin" })),
		}),
	);
	return (
		<div className="mx-auto max-w-md space-y-6 py-12 text-center">
			<Logo className="mx-auto size-16" />
			<div className="space-y-2">
				<h1 className="font-semibold text-xl tracking-tight">{t("title")}</h1>
				<p className="wrap-anywhere text-muted">{t("intro", { email })}</p>
			</div>
			{accept.isError && (
				<Notice tone="bad" live className="text-left">
					{refusalText(accept.error)}
				</Notice>
			)}
			<Button look="primary" onClick={() => accept.mutate({ token, locale })} pending={accept.isPending}>
				{t("accept")}
			</Button>
			<p className="text-muted text-sm">{t("once")}</p>
		</div>
	);
}
