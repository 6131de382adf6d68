"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonProps } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { later } from "@/app/_ui/later";
import { SkeletonCards } from "@/app/_ui/skeleton";
import type { FormProps } from "./order-again-form";

/** A form is much to fetch for a list that is only looked at. */
const OrderAgainForm = later(() => import("./order-again-form"), <SkeletonCards cards={2} />);

type OrderAgainProps = FormProps & {
	look?: ButtonProps["look"];
	size?: ButtonProps["size"];
};

/** The button that places an ended order again, and its dialog: a new time is chosen by hand. */
export function OrderAgain({ order, look, size }: OrderAgainProps) {
	const t = useTranslations("orders");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button look={look} size={size} onClick={() => setOpen(true)}>
				{t(order.failed ? "failed.action" : "again.button")}
			</Button>
			<Dialog
				open={open}
				onOpenChange={setOpen}
				title={t(order.failed ? "again.titleFailed" : "again.title")}
				help={t(order.failed ? "again.helpFailed" : "again.help")}
			>
				<OrderAgainForm order={order} />
			</Dialog>
		</>
	);
}
