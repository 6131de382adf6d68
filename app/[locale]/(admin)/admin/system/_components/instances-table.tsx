import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Cell, Column, Row, Table, TableBody, TableHead } from "@/app/_ui/table";
import type { Installation } from "./use-installation";

/** Which instances live, and whose functions each runs. */
export function InstancesTable({ instances }: { instances: Installation["instances"] }) {
	const t = useTranslations("system.health.instances");
	const format = useFormat();
	if (instances.length === 0) return <p className="text-muted">{t("none")}</p>;
	return (
		<Table caption={t("title")}>
			<TableHead>
				<Column numeric>{t("number")}</Column>
				<Column>{t("where")}</Column>
				<Column>{t("runs")}</Column>
				<Column className="max-sm:hidden">{t("since")}</Column>
			</TableHead>
			<TableBody>
				{instances.map((instance) => (
					<Row key={instance.number}>
						<Cell header numeric>
							{instance.number}
						</Cell>
						<Cell>{t("process", { host: instance.host, pid: String(instance.pid) })}</Cell>
						<Cell>
							{instance.work === "embedded" && instance.functions !== "all"
								? instance.functions.replaceAll(",", ", ")
								: t(`work.${instance.work}`)}
						</Cell>
						<Cell className="figures whitespace-nowrap max-sm:hidden">{format.dateTime(instance.startedAt)}</Cell>
					</Row>
				))}
			</TableBody>
		</Table>
	);
}
