"use client";

import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog, fetchDialogs } from "@/app/_ui/dialog";
import { FormActions } from "@/app/_ui/form/form-actions";
import { Notice } from "@/app/_ui/notice";
import { PhotoInput } from "@/app/_ui/photo-input";
import { PHOTO_LIMIT_MB, type PhotoTrouble, photoTrouble } from "@/app/_ui/photo-trouble";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { UploadProgress } from "@/app/_ui/upload/upload-progress";
import { usePhotoUpload } from "@/app/_ui/upload/use-photo-upload";
import type { FileId } from "@/server/kernel/ids";

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
	const upload = usePhotoUpload();
	const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);
	const t = useTranslations("common.form.photo");
	useEffect(fetchDialogs, []);
	const take = (photo: File | undefined) => {
		if (!photo) return;
		const found = photoTrouble(photo, PHOTO_LIMIT_MB);
		setTrouble(found);
		if (!found) upload.take(photo);
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
			<Confirmation upload={upload} title={title} help={help} confirmLabel={confirmLabel} onConfirm={onConfirm} />
		</>
	);
}

type ConfirmationProps = Pick<PhotoActionProps, "title" | "help" | "confirmLabel" | "onConfirm"> & {
	upload: ReturnType<typeof usePhotoUpload>;
};

function Confirmation({ upload, title, help, confirmLabel, onConfirm }: ConfirmationProps) {
	const t = useTranslations("common.actions");
	const refusalText = useRefusalText();
	const [pending, setPending] = useState(false);
	const [refusal, setRefusal] = useState<unknown>(null);
	const { state } = upload;
	const confirm = async () => {
		if (!state) return;
		setPending(true);
		setRefusal(null);
		try {
			await onConfirm(await upload.send(), state.key);
			upload.drop();
		} catch (error) {
			setRefusal(error);
		} finally {
			setPending(false);
		}
	};
	const leave = () => {
		if (pending) return;
		setRefusal(null);
		upload.drop();
	};
	const wrong = refusal ?? state?.error;
	return (
		<Dialog open={state !== null} onOpenChange={(open) => !open && leave()} title={title} help={help}>
			{state && (
				<div className="space-y-4">
					<PhotoInput
						value={state.photo}
						onChange={(photo) => {
							setRefusal(null);
							if (photo) upload.take(photo);
							else leave();
						}}
					/>
					<UploadProgress share={state.progress} stored={state.stored} failed={state.error !== null} />
					{wrong ? (
						<Notice tone="bad" live>
							{refusalText(wrong)}
						</Notice>
					) : null}
					<FormActions>
						<Button look="primary" size="thumb" pending={pending} onClick={confirm}>
							{wrong ? t("tryAgain") : confirmLabel}
						</Button>
						<Button size="thumb" onClick={leave}>
							{t("cancel")}
						</Button>
					</FormActions>
				</div>
			)}
		</Dialog>
	);
}
