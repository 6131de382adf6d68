"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { ErrorState } from "@/app/_ui/error-state";
import { FieldGroup } from "@/app/_ui/field";
import { PhotoInput } from "@/app/_ui/photo-input";
import { usePhotoUpload } from "@/app/_ui/upload/use-photo-upload";
import type { FileId } from "@/server/kernel/ids";

/** A worker's photo: the one that is kept, a new one being sent, or none. */
export function useWorkerPhoto(known: FileId | null) {
	const [kept, setKept] = useState(known);
	const upload = usePhotoUpload();
	/** The photo to save, once it has arrived. */
	const settle = (): Promise<FileId | null> => (upload.state ? upload.send() : Promise.resolve(kept));
	return { kept, setKept, upload, settle };
}

type WorkerPhotoProps = {
	photo: ReturnType<typeof useWorkerPhoto>;
	cat: { breed: string | null; coat: string | null; seed: string };
	name: string;
};

/** Shows how the worker will look everywhere: the photo, or the cat drawn from breed and coat. */
export function WorkerPhoto({ photo: { kept, setKept, upload }, cat, name }: WorkerPhotoProps) {
	const t = useTranslations("workers.form");
	return (
		<FieldGroup label={t("photo")} help={t("photoHelp")} optional>
			{() => (
				<div className="flex flex-wrap items-start gap-6">
					<Avatar
						size="huge"
						cat={cat}
						photo={kept && `/api/files/${kept}`}
						label={t("portrait", { name: name || t("newWorker") })}
					/>
					<div className="min-w-0 flex-1 basis-60 space-y-3">
						{kept ? (
							<Button onClick={() => setKept(null)}>{t("removePhoto")}</Button>
						) : (
							<PhotoInput
								camera={false}
								label={t("choosePhoto")}
								value={upload.state?.photo ?? null}
								onChange={(file) => (file ? upload.take(file) : upload.drop())}
							/>
						)}
						{upload.state?.error ? <ErrorState error={upload.state.error} retry={() => void upload.send()} /> : null}
					</div>
				</div>
			)}
		</FieldGroup>
	);
}
