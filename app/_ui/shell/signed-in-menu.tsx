"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { getPathname } from "../../_i18n/navigation";
import { PersonName } from "../avatar";
import { Button } from "../button";
import { MenuItem } from "../menu";
import { useTRPC } from "../query/trpc";
import { AccountMenu } from "./account-menu";

/** Who is signed in, with the way out. `children` are further items of the menu, such as the profile. */
export function SignedInMenu({ children }: { children?: ReactNode }) {
	const t = useTranslations("common.actions");
	const locale = useLocale();
	const trpc = useTRPC();
	const { data: me } = useQuery(trpc.identity.me.queryOptions());
	const leave = () => void signOut({ redirectTo: getPathname({ locale, href: "/" }) });
	return (
		<AccountMenu
			trigger={
				<Button look="quiet" className="min-w-0 max-w-full justify-start px-2">
					<PersonName name={me?.name ?? "…"} cat={{ seed: me?.name ?? "" }} />
				</Button>
			}
		>
			{children}
			<MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
				{t("signOut")}
			</MenuItem>
		</AccountMenu>
	);
}
