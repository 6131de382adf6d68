"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field } from "@/app/_ui/field";
import { MoneyInput } from "@/app/_ui/money-input";
import { Select } from "@/app/_ui/select";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { UploadProgress } from "@/app/_ui/upload/upload-progress";

/** Each field as it is found, filled in, wrong and closed. */
export function Controls() {
	const t = useTranslations("gallery.controls");
	const form = useTranslations("gallery.form");
	const [amount, setAmount] = useState<bigint | null | undefined>(123450n);
	const zones = (["north", "south"] as const).map((value) => ({ value, label: form(`zones.${value}`) }));
	return (
		<div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
			<Field label={t("reply")} optional>
				{(control) => <TextInput {...control} type="email" />}
			</Field>
			<Field label={t("search")}>{(control) => <TextInput {...control} before={<Search aria-hidden />} />}</Field>
			<Field label={t("reply")} error={t("wrong")}>
				{(control) => <TextInput {...control} type="email" defaultValue="murzik@" />}
			</Field>
			<Field label={t("reply")} help={t("closed")}>
				{(control) => <TextInput {...control} type="email" defaultValue="murzik@cats.example" disabled />}
			</Field>
			<Field label={t("amount")} help={form("bonusHelp")}>
				{(control) => <MoneyInput {...control} value={amount} onChange={setAmount} sign="₡" />}
			</Field>
			<Field label={t("town")} error={t("choose")}>
				{(control) => <Select {...control} choices={zones} placeholder={t("none")} defaultValue="" />}
			</Field>
			<Field label={t("notes")}>{(control) => <TextArea {...control} limit={40} defaultValue={t("long")} />}</Field>
			<div className="space-y-3">
				<Checkbox label={t("terms")} defaultChecked />
				<Checkbox label={t("news")} help={form("notifyHelp")} />
				<Checkbox label={t("news")} help={t("closed")} disabled />
			</div>
			<div className="space-y-4">
				<UploadProgress share={0.4} stored={false} failed={false} />
				<UploadProgress share={1} stored failed={false} />
				<UploadProgress share={0.4} stored={false} failed />
			</div>
		</div>
	);
}
