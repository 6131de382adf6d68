"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import { CorrectDialog } from "./correct-dialog";
import { type Override, OverrideDialog } from "./override-dialog";

/** What a manager may decide about the order now. Each decision asks for its reason. */
export function OverrideMenu({ orderId, mayCancel }: { orderId: OrderId; mayCancel: boolean }) {
	const t = useTranslations("office.order.override");
	const { data } = useQuery(useTRPC().execution.officeOrder.queryOptions({ orderId }));
	const [open, setOpen] = useState<Override | "correct" | null>(null);
	const close = () => setOpen(null);
	const { allowStartWithoutKit, complete, fail, corrections } = data?.overrides ?? {};
	const possible: (Override | "correct")[] = [
		...(allowStartWithoutKit ? (["allowStartWithoutKit"] as const) : []),
		...(complete ? (["completeJob"] as const) : []),
		...(fail ? (["failJob"] as const) : []),
		...(mayCancel ? (["cancel"] as const) : []),
		...(corrections?.length ? (["correct"] as const) : []),
	];
	const ending = data?.endings.at(-1);
	if (possible.length === 0) return null;
	return (
		<>
			<Menu
				trigger={
					<Button>
						{t("title")}
						<ChevronDown aria-hidden />
					</Button>
				}
			>
				{possible.map((override) => (
					<MenuItem
						key={override}
						danger={override === "failJob" || override === "cancel"}
						onSelect={() => setOpen(override)}
					>
						{t(`${override}.button`)}
					</MenuItem>
				))}
			</Menu>
			{open && open !== "correct" && <OverrideDialog orderId={orderId} override={open} onClose={close} />}
			{open === "correct" && ending && corrections && (
				<CorrectDialog orderId={orderId} ending={ending.number} corrections={corrections} onClose={close} />
			)}
		</>
	);
}
