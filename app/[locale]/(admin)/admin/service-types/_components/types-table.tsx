"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { SkeletonRows } from "@/app/_ui/skeleton";
import { NapCat } from "@/app/_ui/spot/nap-cat";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import { TypeState } from "./type-state";

/** Everything that can be ordered, and below it what could be once. */
export function TypesTable() {
	const t = useTranslations("serviceTypes.list");
	const locale = useLocale();
	const format = useFormat();
	const { data, isPending, isError, error, refetch } = useQuery(useTRPC().ordering.listAllServiceTypes.queryOptions());
	if (isPending) return <SkeletonRows />;
	if (isError) return <ErrorState error={error} retry={() => void refetch()} />;
	if (data.types.length === 0) {
		return (
			<EmptyState title={t("none")} picture={<NapCat className="w-40" />}>
				{t("noneHelp")}
			</EmptyState>
		);
	}
	return (
		<Table caption={t("caption")}>
			<TableHead>
				<Column>{t("columns.name")}</Column>
				<Column>{t("columns.state")}</Column>
				<Column numeric>{t("columns.duration")}</Column>
				<Column>{t("columns.supplies")}</Column>
				<Column numeric>{t("columns.price")}</Column>
			</TableHead>
			<TableBody>
				{data.types.map((type) => (
					<Row key={type.serviceTypeId}>
						<Cell header>
							<Link
								href={`/admin/service-types/${type.serviceTypeId}`}
								look="plain"
								className="inline-flex items-center gap-2.5 align-middle hover:underline"
							>
								<ServiceIcon name={type.icon} className="size-5 shrink-0 text-muted" />
								{type.name[locale]}
							</Link>
						</Cell>
						<Cell>
							<TypeState active={type.active} />
						</Cell>
						<Cell numeric>{format.duration(type.durationMinutes)}</Cell>
						<Cell>{t("supplies", { count: type.supplies.length })}</Cell>
						<Cell numeric>{format.money(type.basePrice)}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
