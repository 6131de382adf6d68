"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/link";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";

/** Says before the form is sent that billing has something against a new order, and how to mend it. */
export function OnHold({ serviceTypeId }: { serviceTypeId: string | null }) {
	const t = useTranslations("orders.new");
	const trpc = useTRPC();
	const estimate = useQuery(
		trpc.ordering.getEstimate.queryOptions({ serviceTypeId: serviceTypeId ?? "" }, { enabled: serviceTypeId !== null }),
	);
	const objection = estimate.data?.objection;
	if (!objection) return null;
	return (
		<Notice
			tone="warn"
			live
			title={t(`onHold.${objection}.title`)}
			action={<Link href="/billing">{t(`onHold.${objection}.action`)}</Link>}
		>
			{t(`onHold.${objection}.help`)}
		</Notice>
	);
}
