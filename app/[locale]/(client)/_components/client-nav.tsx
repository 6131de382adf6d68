"use client";

import { CirclePlus, ClipboardList, ReceiptText, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { AppHeader } from "@/app/_ui/shell/app-header";
import { BottomNav } from "@/app/_ui/shell/bottom-nav";
import { type NavItem, NavLink } from "@/app/_ui/shell/nav-link";
import { SignedInMenu } from "@/app/_ui/shell/signed-in-menu";
import { tabLook } from "@/app/_ui/tab-look";

function useItems(): Record<"orders" | "request" | "billing" | "profile", NavItem> {
	const t = useTranslations("orders.nav");
	return {
		orders: { href: "/orders", label: t("orders"), icon: <ClipboardList aria-hidden /> },
		request: { href: "/orders/new", label: t("request"), icon: <CirclePlus aria-hidden /> },
		billing: { href: "/billing", label: t("billing"), icon: <ReceiptText aria-hidden /> },
		profile: { href: "/profile", label: t("profile"), icon: <User aria-hidden /> },
	};
}

/** On wide screens: where one can go, and who is signed in. */
export function ClientHeader() {
	const { orders, billing, profile } = useItems();
	return (
		<AppHeader home="/orders" wideOnly actions={<SignedInMenu />}>
			{[orders, billing, profile].map((item) => (
				<NavLink key={item.href} item={item} className={`${tabLook} h-full first:ml-6`}>
					{item.label}
				</NavLink>
			))}
		</AppHeader>
	);
}

/** On phones: the same at the thumb, asking for help among it. */
export function ClientBottomNav() {
	const { orders, request, billing, profile } = useItems();
	return (
		<div className="sm:hidden">
			<BottomNav items={[{ ...orders, exact: true }, request, billing, profile]} />
		</div>
	);
}
