"use client";

import { Copy, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Dialog, DialogActions } from "@/app/_ui/dialog";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Menu, MenuItem, MenuSeparator } from "@/app/_ui/menu";
import { Popover } from "@/app/_ui/popover";
import { Sheet } from "@/app/_ui/sheet";
import { toast } from "@/app/_ui/toasts";
import { Tooltip } from "@/app/_ui/tooltip";
import { Palette } from "./palette";

type Shown = "dialog" | "confirm" | "palette" | "sheet" | null;

const pause = () => new Promise((done) => setTimeout(done, 800));

export function Floating() {
	const t = useTranslations("gallery.floating");
	const actions = useTranslations("common.actions");
	const cancelling = useTranslations("gallery.actions");
	const format = useFormat();
	const [shown, setShown] = useState<Shown>(null);
	const price = format.money(9500n);
	const show = (what: Shown) => (open: boolean) => setShown(open ? what : null);
	return (
		<div className="flex flex-wrap gap-3">
			<Menu align="start" trigger={<Button>{t("menu")}</Button>}>
				<MenuItem icon={<Pencil aria-hidden />}>{t("edit")}</MenuItem>
				<MenuItem icon={<Copy aria-hidden />} disabledReason={t("copyWhy")}>
					{t("copy")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem danger icon={<X aria-hidden />} onSelect={() => setShown("confirm")}>
					{t("remove")}
				</MenuItem>
			</Menu>
			<Button onClick={() => setShown("dialog")}>{t("dialog")}</Button>
			<Button onClick={() => setShown("confirm")}>{t("confirm")}</Button>
			<Button onClick={() => setShown("sheet")}>{t("sheet")}</Button>
			<Button onClick={() => toast.done(t("toastText"), { undo: { label: actions("undo"), onUndo: () => undefined } })}>
				{t("toast")}
			</Button>
			<Tooltip content={t("tooltip")}>
				<Button look="quiet">{t("tooltipOn")}</Button>
			</Tooltip>

			<Popover label={t("popover")} trigger={<Button>{t("popover")}</Button>}>
				<p className="max-w-56">{t("popoverText")}</p>
			</Popover>
			<Button onClick={() => setShown("palette")}>{t("palette")}</Button>

			<Palette open={shown === "palette"} onOpenChange={show("palette")} />
			<Dialog open={shown === "dialog"} onOpenChange={show("dialog")} title={t("dialogTitle")} help={t("dialogHelp")}>
				<DialogActions>
					<Button onClick={() => setShown(null)}>{actions("back")}</Button>
					<Button look="primary" onClick={() => setShown(null)}>
						{t("dialogTitle")}
					</Button>
				</DialogActions>
			</Dialog>
			<Sheet open={shown === "sheet"} onOpenChange={show("sheet")} title={t("sheet")}>
				<p className="text-muted">{t("dialogHelp")}</p>
			</Sheet>
			<ConfirmDialog
				danger
				open={shown === "confirm"}
				onOpenChange={show("confirm")}
				title={t("confirmTitle")}
				confirmLabel={cancelling("cancel", { price })}
				dismissLabel={t("keep")}
				onConfirm={pause}
			>
				<p>{t("confirmText", { price })}</p>
			</ConfirmDialog>
		</div>
	);
}
