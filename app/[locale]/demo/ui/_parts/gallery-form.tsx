"use client";

import { Armchair, Sparkles, Truck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { z } from "zod";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import {
	FormCheckbox,
	FormDate,
	FormPhoto,
	FormRadioCards,
	FormStars,
	FormTimeSlots,
} from "@/app/_ui/form/choice-fields";
import { FormMoney, FormSelect, FormText, FormTextArea } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { useFormat } from "@/app/_ui/format/format-provider";
import { RefusedRequest } from "@/app/_ui/query/refusal";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toasts";
import { moneySchema } from "@/server/kernel/money";

const schema = z.object({
	description: z.string().trim().min(5).max(200),
	type: z.enum(["assembly", "cleaning"]),
	zone: z.enum(["north", "south"]),
	date: z.iso.date(),
	time: z.string(),
	email: z.email(),
	bonus: moneySchema,
	photo: z.file().nullish(),
	stars: z.int().min(1).max(5),
	agree: z.literal(true),
});

const pause = () => new Promise((done) => setTimeout(done, 1_200));

export function GalleryForm() {
	const t = useTranslations("gallery.form");
	const format = useFormat();
	const refuse = useRef(false);
	const form = useZodForm(schema, { defaultValues: { description: "" } });
	const { control } = form;
	const send = async () => {
		await pause();
		if (refuse.current) throw new RefusedRequest(example);
		toast.done(t("sent"));
	};
	const slot = (label: string) => ({ value: label, label });
	return (
		<Card className="mx-auto max-w-xl">
			<Form form={form} onSubmit={send} refusalFields={{ "common.stale": "time" }}>
				<FormRadioCards
					control={control}
					name="type"
					label={t("type")}
					cards={[
						{
							value: "assembly",
							title: t("types.assembly"),
							help: t("types.assemblyHelp"),
							aside: format.money(10000n),
							icon: <Armchair aria-hidden />,
						},
						{
							value: "cleaning",
							title: t("types.cleaning"),
							help: t("types.cleaningHelp"),
							aside: format.money(12000n),
							icon: <Sparkles aria-hidden />,
						},
						{
							value: "moving",
							title: t("types.moving"),
							aside: format.money(45000n),
							icon: <Truck aria-hidden />,
							disabledReason: t("types.movingWhy"),
						},
					]}
				/>
				<FormTextArea control={control} name="description" label={t("what")} help={t("whatHelp")} limit={200} />
				<FormSelect
					control={control}
					name="zone"
					label={t("zone")}
					placeholder=""
					choices={[
						{ value: "north", label: t("zones.north") },
						{ value: "south", label: t("zones.south") },
					]}
				/>
				<FormDate
					control={control}
					name="date"
					label={t("date")}
					today="2026-11-22"
					min="2026-11-23"
					max="2027-01-10"
					isDisabled={(day) => day.endsWith("5")}
				/>
				<FormTimeSlots
					control={control}
					name="time"
					label={t("time")}
					slots={[
						slot("08:00"),
						{ ...slot("08:30"), disabledReason: t("taken") },
						slot("09:00"),
						slot("09:30"),
						slot("10:00"),
						{ ...slot("10:30"), disabledReason: t("taken") },
						slot("11:00"),
					]}
				/>
				<div className="grid gap-6 sm:grid-cols-2">
					<FormText control={control} name="email" type="email" autoComplete="email" label={t("email")} />
					<FormMoney control={control} name="bonus" label={t("bonus")} help={t("bonusHelp")} />
				</div>
				<FormPhoto control={control} name="photo" label={t("photo")} optional />
				<FormStars control={control} name="stars" label={t("stars")} />
				<FormCheckbox control={control} name="agree" label={t("agree")} />
				<Switch label={t("notify")} help={t("notifyHelp")} defaultChecked />
				<FormActions>
					<SubmitButton onClick={() => (refuse.current = false)}>{t("send")}</SubmitButton>
					<Button look="quiet" type="submit" onClick={() => (refuse.current = true)}>
						{t("refuse")}
					</Button>
				</FormActions>
			</Form>
		</Card>
	);
}

const example = { code: "CONFLICT", httpStatus: 409, refusal: { code: "common.stale", details: {} } };
