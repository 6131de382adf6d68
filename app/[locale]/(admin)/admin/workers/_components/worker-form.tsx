"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type DefaultValues, useWatch } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/app/_ui/button";
import { FormNumber, FormSelect, FormText } from "@/app/_ui/form/fields";
import { Form } from "@/app/_ui/form/form";
import { FormActions } from "@/app/_ui/form/form-actions";
import { SubmitButton } from "@/app/_ui/form/submit-button";
import { useZodForm } from "@/app/_ui/form/use-zod-form";
import { Link } from "@/app/_ui/link";
import { useTRPC } from "@/app/_ui/query/trpc";
import { breeds, coats, workerForm } from "@/server/contexts/hiring/contracts";
import type { FileId } from "@/server/kernel/ids";
import { FormTraitLevels } from "../../_components/trait-levels";
import { useWorkerPhoto, WorkerPhoto } from "./worker-photo";

type Input = z.input<typeof workerForm>;
type Values = z.output<typeof workerForm>;
type Profile = Omit<Values, "email"> & { photoId: FileId | null };

type WorkerFormProps = {
	label: string;
	defaults: DefaultValues<Input>;
	photoId?: FileId | null;
	/** Decides what the drawn cat looks like besides breed and coat. */
	seed: string;
	/** The e-mail can be typed only for a new worker. */
	isNew?: boolean;
	submitLabel: string;
	/** Above the fields. */
	notice?: ReactNode;
	onSave: (profile: Profile, more: { email: string; idempotencyKey: string }) => Promise<unknown>;
};

/** Everything about a worker that a manager can say. */
export function WorkerForm(props: WorkerFormProps) {
	const { label, defaults, photoId = null, seed, isNew = false, submitLabel, notice, onSave } = props;
	const t = useTranslations("workers");
	const { data: traits = [] } = useQuery(useTRPC().hiring.listTraits.queryOptions());
	const form = useZodForm<Input, Values>(workerForm, { defaultValues: defaults });
	const { control } = form;
	const [name, breed, coat, strengths, weaknesses] = useWatch({
		control,
		name: ["name", "breed", "coat", "strengths", "weaknesses"],
	});
	const photo = useWorkerPhoto(photoId);
	const levelName = (level: number) => t("traits.level", { level });
	const listed = { control, traits, levelName };
	const named = (levels: readonly ({ trait?: string } | undefined)[] = []) =>
		levels.flatMap((entry) => entry?.trait ?? []);
	return (
		<Form
			form={form}
			label={label}
			className="max-w-2xl"
			refusalFields={{ "hiring.email_taken": "email" }}
			onSubmit={async ({ email, ...details }, { idempotencyKey }) =>
				onSave({ ...details, photoId: await photo.settle() }, { email, idempotencyKey })
			}
		>
			{notice}
			<WorkerPhoto photo={photo} cat={{ breed: breed ?? null, coat: coat ?? null, seed }} name={name ?? ""} />
			<FormText control={control} name="name" label={t("form.name")} autoComplete="off" />
			{isNew && (
				<FormText
					control={control}
					name="email"
					type="email"
					label={t("form.email")}
					help={t("form.emailHelp")}
					autoComplete="off"
				/>
			)}
			<div className="grid gap-6 sm:grid-cols-2">
				<FormText control={control} name="phone" type="tel" label={t("form.phone")} autoComplete="off" />
				<FormSelect
					control={control}
					name="locale"
					label={t("form.locale")}
					choices={[
						{ value: "en", label: "English" },
						{ value: "ru", label: "Русский" },
					]}
				/>
			</div>
			<div className="grid gap-6 sm:grid-cols-3">
				<FormNumber control={control} name="age" label={t("form.age")} />
				<FormSelect
					control={control}
					name="breed"
					label={t("form.breed")}
					choices={breeds.map((value) => ({ value, label: t(`breeds.${value}`) }))}
				/>
				<FormSelect
					control={control}
					name="coat"
					label={t("form.coat")}
					choices={coats.map((value) => ({ value, label: t(`coats.${value}`) }))}
				/>
			</div>
			<FormTraitLevels
				{...listed}
				name="strengths"
				label={t("form.strengths")}
				help={t("form.strengthsHelp")}
				empty={t("form.noStrengths")}
				taken={named(weaknesses)}
			/>
			<FormTraitLevels
				{...listed}
				name="weaknesses"
				label={t("form.weaknesses")}
				empty={t("form.noWeaknesses")}
				taken={named(strengths)}
			/>
			<FormActions>
				<SubmitButton>{submitLabel}</SubmitButton>
				<Button asChild look="quiet">
					<Link href="/admin/workers" look="plain">
						{t("form.back")}
					</Link>
				</Button>
			</FormActions>
		</Form>
	);
}
