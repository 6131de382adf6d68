import { CalendarDays, CircleUser, History, Sun, Wallet } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { BottomNav } from "@/app/_ui/shell/bottom-nav";

export async function WorkerNav() {
	const t = await getTranslations("jobs.nav");
	return (
		<BottomNav
			items={[
				{ href: "/jobs", label: t("today"), icon: <Sun aria-hidden />, exact: true },
				{ href: "/jobs/upcoming", label: t("upcoming"), icon: <CalendarDays aria-hidden /> },
				{ href: "/jobs/history", label: t("history"), icon: <History aria-hidden /> },
				{ href: "/jobs/money", label: t("money"), icon: <Wallet aria-hidden /> },
				{ href: "/jobs/profile", label: t("profile"), icon: <CircleUser aria-hidden /> },
			]}
		/>
	);
}
