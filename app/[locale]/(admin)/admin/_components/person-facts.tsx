import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** One fact of somebody, within a `dl`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="flex items-baseline justify-between gap-4">
			<dt className="shrink-0 text-muted">{name}</dt>
			<dd className="min-w-0 text-right">{children}</dd>
		</div>
	);
}

/** How to reach somebody, within a `dl`. */
export function ReachFacts({ phone, email }: { phone: string; email: string }) {
	const t = useTranslations("workers");
	return (
		<>
			<Fact name={t("list.columns.phone")}>
				<a href={`tel:${phone}`} className="figures hover:underline">
					{phone}
				</a>
			</Fact>
			<Fact name={t("form.email")}>
				<a href={`mailto:${email}`} className="wrap-anywhere hover:underline">
					{email}
				</a>
			</Fact>
		</>
	);
}
