"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { CorrectDialog } from "./correct-dialog";
import { type Override, OverrideDialog } from "./override-dialog";
import { Panel } from "./panel";

/** What a manager may decide about the order now. Each decision asks for its reason. */
export function Overrides({ orderId, mayCancel }: { orderId: OrderId; mayCancel: boolean }) {
	const t = useTranslations("office.order.override");
	const trpc = useTRPC();
	const query = useQuery(trpc.execution.officeOrder.queryOptions({ orderId }));
	const [open, setOpen] = useState<Override | "correct" | null>(null);
	const close = () => setOpen(null);
	const found = query.data;
	const ending = found?.endings.at(-1);
	return (
		<Panel title={t("title")} query={query} none={t("none")}>
			{(data) => {
				const { allowStartWithoutKit, complete, fail, corrections } = data?.overrides ?? {};
				const possible: (Override | "correct")[] = [
					...(allowStartWithoutKit ? (["allowStartWithoutKit"] as const) : []),
					...(complete ? (["completeJob"] as const) : []),
					...(fail ? (["failJob"] as const) : []),
					...(mayCancel ? (["cancel"] as const) : []),
					...(corrections?.length ? (["correct"] as const) : []),
				];
				if (possible.length === 0) return null;
				return (
					<div className="flex flex-col gap-2">
						{possible.map((override) => (
							<Button key={override} onClick={() => setOpen(override)}>
								{t(`${override}.button`)}
							</Button>
						))}
						{open && open !== "correct" && <OverrideDialog orderId={orderId} override={open} onClose={close} />}
						{open === "correct" && ending && corrections && (
							<CorrectDialog orderId={orderId} ending={ending.number} corrections={corrections} onClose={close} />
						)}
					</div>
				);
			}}
		</Panel>
	);
}
