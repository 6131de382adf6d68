"use client";

import { CalendarDays, ClipboardList, LayoutDashboard, Sun, User, Users, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import { BottomNav } from "@/app/_ui/shell/bottom-nav";
import { SideRail } from "@/app/_ui/shell/side-rail";

export function Navigation() {
	const t = useTranslations("gallery.navigation");
	return (
		<div className="grid gap-6 md:grid-cols-2">
			{/* A transform keeps what is fixed to the screen within the box. */}
			<div className="relative h-96 transform-gpu overflow-hidden rounded-md border border-line bg-canvas">
				<SideRail
					home="/"
					label={t("work")}
					groups={[
						{ items: [{ href: "/demo/ui", label: t("today"), icon: <LayoutDashboard aria-hidden /> }] },
						{
							label: t("work"),
							items: [
								{ href: "/orders", label: t("orders"), icon: <ClipboardList aria-hidden />, count: 12 },
								{ href: "/workers", label: t("workers"), icon: <Users aria-hidden /> },
							],
						},
					]}
				/>
			</div>
			<div className="relative h-96 transform-gpu overflow-hidden rounded-md border border-line bg-canvas">
				<BottomNav
					label={t("today")}
					items={[
						{ href: "/demo/ui", label: t("today"), icon: <Sun aria-hidden />, count: 2 },
						{ href: "/upcoming", label: t("upcoming"), icon: <CalendarDays aria-hidden /> },
						{ href: "/money", label: t("money"), icon: <Wallet aria-hidden /> },
						{ href: "/profile", label: t("profile"), icon: <User aria-hidden /> },
					]}
				/>
			</div>
		</div>
	);
}
