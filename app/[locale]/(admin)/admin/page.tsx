import { getLocale } from "next-intl/server";
import { redirect } from "@/app/_i18n/navigation";
import { demandRole } from "@/app/_ui/demand-role";

/** The office opens on its orders. */
export default async function Office() {
	await demandRole("/admin", "manager");
	redirect({ href: "/admin/orders", locale: await getLocale() });
}
