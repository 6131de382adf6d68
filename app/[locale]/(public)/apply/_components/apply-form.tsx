"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field, FieldGroup } from "@/app/_ui/field";
import { PhotoInput } from "@/app/_ui/photo-input";
import { type Choice, Select } from "@/app/_ui/select";
import { TextArea, TextInput } from "@/app/_ui/text-input";
import { FormTrouble, type Named, namedFaults } from "./form-trouble";
import { useApplication } from "./use-application";

type Props = { breeds: Choice[]; coats: Choice[]; languages: Choice[] };

/** What was filled in, as the schema takes it. */
function filledIn(form: HTMLFormElement): Record<string, unknown> {
	const data = new FormData(form);
	const text = (name: string) => String(data.get(name) ?? "");
	return {
		...Object.fromEntries(["name", "email", "phone", "breed", "coat", "words", "vacancyId"].map((n) => [n, text(n)])),
		...{ age: Number(text("age") || Number.NaN), languages: data.getAll("languages"), consent: data.has("consent") },
	};
}

/** The short form. What it needs besides is fetched when somebody begins to fill it in. */
export function ApplyForm({ breeds, coats, languages }: Props) {
	const t = useTranslations("apply.form");
	const locale = useLocale();
	const application = useApplication();
	const { faults, vacancies, mustChoose, pending, robot } = application;
	const [photo, setPhoto] = useState<File | null>(null);
	const form = useRef<HTMLFormElement>(null);
	const wrong = (name: Named) => faults.includes(name) && t(`errors.${name}`);

	const photoButton = useRef<HTMLButtonElement>(null);
	const goTo = useCallback((name: Named) => {
		const field = form.current?.querySelector<HTMLElement>(`[name="${name}"]`);
		(name === "photo" ? photoButton.current : field)?.focus();
	}, []);

	// Whoever sees that something is wrong stands at the first of it.
	useEffect(() => {
		const [first] = namedFaults(faults);
		if (first) goTo(first);
	}, [faults, goTo]);

	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		void application.submit(filledIn(event.currentTarget), photo);
	};
	return (
		<form
			ref={form}
			noValidate
			aria-label={t("label")}
			className="flex max-w-xl flex-col gap-6"
			onFocus={application.begin}
			onSubmit={submit}
		>
			<FormTrouble application={application} onChoose={goTo} />
			{vacancies && vacancies.length > (mustChoose ? 0 : 1) && (
				<Field label={t("vacancy")} error={wrong("vacancyId")}>
					{(control) => (
						<Select
							{...control}
							name="vacancyId"
							placeholder={mustChoose ? t("choose") : undefined}
							choices={vacancies.map(({ vacancyId, name }) => ({ value: vacancyId, label: name[locale] }))}
						/>
					)}
				</Field>
			)}
			<Field label={t("name")} error={wrong("name")}>
				{(control) => <TextInput {...control} name="name" autoComplete="name" required />}
			</Field>
			<Field label={t("email")} help={t("emailHelp")} error={wrong("email")}>
				{(control) => <TextInput {...control} name="email" type="email" autoComplete="email" required />}
			</Field>
			<Field label={t("phone")} help={t("phoneHelp")} error={wrong("phone")}>
				{(control) => <TextInput {...control} name="phone" type="tel" autoComplete="tel" required />}
			</Field>
			<div className="grid gap-6 sm:grid-cols-3">
				<Field label={t("age")} error={wrong("age")}>
					{(control) => <TextInput {...control} name="age" inputMode="numeric" autoComplete="off" required />}
				</Field>
				<Field label={t("breed")} error={wrong("breed")}>
					{(control) => <Select {...control} name="breed" choices={breeds} placeholder={t("choose")} required />}
				</Field>
				<Field label={t("coat")} error={wrong("coat")}>
					{(control) => <Select {...control} name="coat" choices={coats} placeholder={t("choose")} required />}
				</Field>
			</div>
			<FieldGroup label={t("languages")} error={wrong("languages")}>
				{() => (
					<div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
						{languages.map(({ value, label }) => (
							<Checkbox key={value} name="languages" value={value} label={label} defaultChecked={value === locale} />
						))}
					</div>
				)}
			</FieldGroup>
			<Field label={t("photo")} help={t("photoHelp")} error={wrong("photo")} optional>
				{({ "aria-invalid": _, ...control }) => (
					<PhotoInput
						{...control}
						value={photo}
						onChange={setPhoto}
						camera={false}
						label={t("photoButton")}
						buttonRef={photoButton}
					/>
				)}
			</Field>
			<Field label={t("words")} error={wrong("words")} optional>
				{(control) => <TextArea {...control} name="words" limit={1000} rows={4} />}
			</Field>
			<div>
				<Checkbox
					name="consent"
					label={t("consent")}
					help={t("consentHelp")}
					required
					{...(wrong("consent") && { "aria-invalid": true })}
				/>
				{wrong("consent") && <p className="mt-1 font-medium text-bad text-sm">{wrong("consent")}</p>}
			</div>
			<div className="space-y-3">
				<Button type="submit" look="primary" size="thumb" wide pending={pending}>
					{t("submit")}
				</Button>
				<p role="status" className="text-muted text-sm">
					{t(`robot.${robot}`)}
				</p>
			</div>
		</form>
	);
}
