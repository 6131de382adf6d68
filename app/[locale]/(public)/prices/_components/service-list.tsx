import { useTranslations } from "next-intl";
import type { Locale } from "@/app/_i18n/routing";
import type { Formats } from "@/app/_ui/format/formats";
import { ServiceIcon } from "@/app/_ui/service-icon";
import type { api } from "@/server/trpc/server";

type Service = Awaited<ReturnType<typeof api.ordering.listServiceTypes>>[number];
type ServiceListProps = { services: readonly Service[]; locale: Locale; format: Formats };

/** Every service that can be ordered, with its list price. */
export function ServiceList({ services, locale, format }: ServiceListProps) {
	const t = useTranslations("site.prices");
	return (
		<ul className="grid gap-x-12 border-line border-t md:grid-cols-2">
			{services.map(({ serviceTypeId, name, description, icon, durationMinutes, price }) => (
				<li key={serviceTypeId} className="flex gap-4 border-line border-b py-5">
					<ServiceIcon name={icon} className="mt-0.5 size-6 shrink-0 text-muted" />
					<div className="min-w-0 flex-1">
						<div className="flex items-baseline justify-between gap-4">
							<h3 className="wrap-anywhere font-semibold">{name[locale]}</h3>
							<p data-figures className="shrink-0 font-semibold">
								{format.money(price)}
							</p>
						</div>
						<p className="wrap-anywhere mt-1 text-muted">{description[locale]}</p>
						<p className="mt-1 text-muted text-sm">{t("takes", { duration: format.duration(durationMinutes) })}</p>
					</div>
				</li>
			))}
		</ul>
	);
}
