"use client";

import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { fetchDialogs, useWasOpen } from "@/app/_ui/dialog";
import { later } from "@/app/_ui/later";
import { Notice } from "@/app/_ui/notice";
import { PHOTO_LIMIT_MB, type PhotoTrouble, photoTrouble } from "@/app/_ui/photo-trouble";
import type { FileId } from "@/server/kernel/ids";

const fetchSheet = () => import("./photo-sheet");
const PhotoSheet = later(fetchSheet);

/** After what the first look at the page needs, and before anybody is at the door. */
const SOON_MS = 4_000;

type PhotoActionProps = {
	/** What the big button does. */
	label: string;
	disabledReason?: string;
	/** Of the sheet that shows the photo. */
	title: string;
	/** What is to be seen on the photo. */
	help: string;
	confirmLabel: string;
	/** Sends the command with the stored photo; the key is the same for every attempt with it. */
	onConfirm: (photo: FileId, idempotencyKey: string) => Promise<unknown>;
};

/**
 * A deed that needs a photo: the button opens the camera, the photo is sent while it is looked at, one press does the deed.
 * Whatever fails on the way, the photo stays, and the same press goes on from there.
 */
export function PhotoAction({ label, disabledReason, title, help, confirmLabel, onConfirm }: PhotoActionProps) {
	const input = useRef<HTMLInputElement>(null);
	const [photo, setPhoto] = useState<File | null>(null);
	const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);
	const t = useTranslations("common.form.photo");
	const wanted = useWasOpen(photo !== null);
	// Who takes the photo may be without signal by then.
	useEffect(() => {
		const timer = setTimeout(() => {
			fetchDialogs();
			void fetchSheet();
		}, SOON_MS);
		return () => clearTimeout(timer);
	}, []);
	const take = (taken: File | undefined) => {
		if (!taken) return;
		const found = photoTrouble(taken, PHOTO_LIMIT_MB);
		setTrouble(found);
		if (!found) setPhoto(taken);
	};
	return (
		<>
			{trouble && (
				<Notice tone="bad" live>
					{t(trouble.reason, trouble.details)}
				</Notice>
			)}
			<input
				ref={input}
				type="file"
				accept="image/*"
				capture="environment"
				className="sr-only"
				tabIndex={-1}
				aria-hidden
				onChange={({ target }) => {
					take(target.files?.[0]);
					target.value = "";
				}}
			/>
			<Button look="primary" size="thumb" wide disabledReason={disabledReason} onClick={() => input.current?.click()}>
				<Camera aria-hidden />
				{label}
			</Button>
			{wanted && (
				<PhotoSheet
					taken={photo}
					onClose={() => setPhoto(null)}
					title={title}
					help={help}
					confirmLabel={confirmLabel}
					onConfirm={onConfirm}
				/>
			)}
		</>
	);
}
