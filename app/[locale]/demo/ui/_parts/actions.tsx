"use client";

import { Plus, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/format-provider";
import { IconButton } from "@/app/_ui/icon-button";
import { Link } from "@/app/_ui/link";

export function Actions() {
	const t = useTranslations("gallery.actions");
	const format = useFormat();
	const [pending, setPending] = useState(false);
	const wait = () => {
		setPending(true);
		setTimeout(() => setPending(false), 2_000);
	};
	return (
		<div className="space-y-6">
			<div className="flex flex-wrap items-start gap-3">
				<Button look="primary">
					<Plus aria-hidden />
					{t("request")}
				</Button>
				<Button>{t("again")}</Button>
				<Button look="quiet">{t("later")}</Button>
				<Button look="danger">{t("cancel", { price: format.money(9500n) })}</Button>
				<Button pending={pending} onClick={wait}>
					{t("pending")}
				</Button>
				<IconButton label={t("search")} icon={<Search />} />
				<IconButton look="secondary" label={t("search")} icon={<Search />} />
			</div>
			<div className="flex flex-wrap items-start gap-3">
				<Button size="small">{t("again")}</Button>
				<Button size="thumb" look="primary" pending>
					{t("start")}
				</Button>
				<Button size="thumb" look="primary" disabledReason={t("why")}>
					{t("start")}
				</Button>
				<Link href="/demo/ui">{t("request")}</Link>
			</div>
		</div>
	);
}
