"use client";

import { Camera, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { Notice } from "./notice";
import { Photo } from "./photo";
import { PHOTO_LIMIT_MB, type PhotoTrouble, photoTrouble } from "./photo-trouble";

type PhotoInputProps = {
	id?: string;
	value: File | null;
	onChange: (photo: File | null) => void;
	/** The most megabytes the server takes. */
	limitMb?: number;
	/** Opens the camera at once on phones; without it the person may also choose from the album. */
	camera?: boolean;
	label?: string;
	buttonRef?: Ref<HTMLButtonElement>;
	"aria-describedby"?: string;
};

/** Takes one photo, shows it, and refuses at once what the server would refuse. It yields a File. */
export function PhotoInput({
	value,
	onChange,
	limitMb = PHOTO_LIMIT_MB,
	camera = true,
	label,
	buttonRef,
	...control
}: PhotoInputProps) {
	const t = useTranslations("common.form.photo");
	const input = useRef<HTMLInputElement>(null);
	const preview = usePreview(value);
	const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);

	const take = (file: File | undefined) => {
		if (!file) return;
		const found = photoTrouble(file, limitMb);
		setTrouble(found);
		if (!found) onChange(file);
	};

	return (
		<div className="space-y-3">
			<input
				ref={input}
				type="file"
				accept="image/*"
				{...(camera && { capture: "environment" as const })}
				className="sr-only"
				tabIndex={-1}
				aria-hidden
				onChange={(event) => {
					take(event.target.files?.[0]);
					event.target.value = "";
				}}
			/>
			{preview && <Photo src={preview} alt={t("preview")} fit="contain" className="h-72 w-full rounded-md bg-sunken" />}
			{trouble && (
				<Notice tone="bad" live>
					{t(trouble.reason, trouble.details)}
				</Notice>
			)}
			<div className={cn("flex flex-wrap gap-2", !preview && "flex-col")}>
				<Button
					{...control}
					ref={buttonRef}
					wide={!preview}
					size="thumb"
					onClick={() => input.current?.click()}
					className={cn(!preview && "h-32 flex-col border-dashed")}
				>
					{preview ? <RefreshCw aria-hidden /> : <Camera aria-hidden />}
					{preview ? t("retake") : (label ?? t("take"))}
				</Button>
				{preview && (
					<Button look="quiet" size="thumb" onClick={() => onChange(null)}>
						<Trash2 aria-hidden />
						{t("remove")}
					</Button>
				)}
			</div>
		</div>
	);
}

function usePreview(file: File | null): string | null {
	const [address, setAddress] = useState<string | null>(null);
	useEffect(() => {
		if (!file) {
			setAddress(null);
			return;
		}
		const made = URL.createObjectURL(file);
		setAddress(made);
		return () => URL.revokeObjectURL(made);
	}, [file]);
	return address;
}
