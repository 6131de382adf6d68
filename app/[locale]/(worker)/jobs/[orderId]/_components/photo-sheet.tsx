"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { FormActions } from "@/app/_ui/form/form-actions";
import { Notice } from "@/app/_ui/notice";
import { PhotoInput } from "@/app/_ui/photo-input";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { UploadProgress } from "@/app/_ui/upload/upload-progress";
import { usePhotoUpload } from "@/app/_ui/upload/use-photo-upload";
import type { FileId } from "@/server/kernel/ids";

type PhotoSheetProps = {
	/** Null once the sheet is to close. */
	taken: File | null;
	onClose: () => void;
	title: string;
	help: string;
	confirmLabel: string;
	onConfirm: (photo: FileId, idempotencyKey: string) => Promise<unknown>;
};

/** Sends the photo while it is looked at; one press does the deed. */
export default function PhotoSheet({ taken, onClose, title, help, confirmLabel, onConfirm }: PhotoSheetProps) {
	const t = useTranslations("common.actions");
	const refusalText = useRefusalText();
	const [pending, setPending] = useState(false);
	const [refusal, setRefusal] = useState<unknown>(null);
	const { state, take, drop, send } = usePhotoUpload();
	useEffect(() => (taken ? take(taken) : drop()), [taken, take, drop]);
	const confirm = async () => {
		if (!state) return;
		setPending(true);
		setRefusal(null);
		try {
			await onConfirm(await send(), state.key);
			onClose();
		} catch (error) {
			setRefusal(error);
		} finally {
			setPending(false);
		}
	};
	const leave = () => {
		if (pending) return;
		setRefusal(null);
		onClose();
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
							if (photo) take(photo);
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
