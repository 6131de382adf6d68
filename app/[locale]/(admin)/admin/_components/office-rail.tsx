import { ClipboardList, PawPrint, Wrench } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SideRail } from "@/app/_ui/shell/side-rail";
import { SignedInMenu } from "@/app/_ui/shell/signed-in-menu";

/** The office's sections. */
export async function OfficeRail() {
	const t = await getTranslations("office.rail");
	return (
		<SideRail
			home="/admin/orders"
			groups={[
				{
					items: [
						{ href: "/admin/orders", label: t("orders"), icon: <ClipboardList aria-hidden /> },
						{ href: "/admin/service-types", label: t("serviceTypes"), icon: <Wrench aria-hidden /> },
						{ href: "/admin/workers", label: t("workers"), icon: <PawPrint aria-hidden /> },
					],
				},
			]}
			foot={<SignedInMenu />}
		/>
	);
}
