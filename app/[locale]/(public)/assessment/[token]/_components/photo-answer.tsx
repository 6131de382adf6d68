"use client";

import { Camera, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { Photo } from "@/app/_ui/photo";
import { PHOTO_LIMIT_MB, photoTrouble } from "@/app/_ui/photo-trouble";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { uploadPhoto } from "@/app/_ui/upload/upload-photo";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import type { FileId } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/new-id";

const MOST = 4;

type PhotoAnswerProps = { token: string | null; fileIds: FileId[]; onAnswer: (value: AnswerValue) => void };
type OnItsWay = { photo: File; key: string };

/** Up to four photos. One taken while the network is away waits here, and is sent when it is back. */
export function PhotoAnswer({ token, fileIds, onAnswer }: PhotoAnswerProps) {
	const t = useTranslations("assessment.photo");
	const words = useTranslations("common.form.photo");
	const refusalText = useRefusalText();
	const input = useRef<HTMLInputElement>(null);
	const [onItsWay, setOnItsWay] = useState<OnItsWay | null>(null);
	const [share, setShare] = useState(0);
	const [trouble, setTrouble] = useState("");
	const kept = useRef({ fileIds, onAnswer });
	kept.current = { fileIds, onAnswer };

	useEffect(() => {
		if (!onItsWay || !token) return;
		const gone = new AbortController();
		const send = async () => {
			setTrouble("");
			try {
				const to = `/api/files/assessment/${token}`;
				const { photo, key } = onItsWay;
				const sent = await uploadPhoto({ photo, idempotencyKey: key, onProgress: setShare, signal: gone.signal, to });
				kept.current.onAnswer({ kind: "photo", fileIds: [...kept.current.fileIds, sent] });
				setOnItsWay(null);
			} catch (error) {
				if (gone.signal.aborted) return;
				setTrouble(refusalText(error));
				if (!(error instanceof TypeError)) setOnItsWay(null);
			}
		};
		void send();
		const again = () => void send();
		window.addEventListener("online", again);
		return () => {
			gone.abort();
			window.removeEventListener("online", again);
		};
	}, [onItsWay, token, refusalText]);

	const take = (photo: File | undefined) => {
		if (!photo) return;
		const found = photoTrouble(photo, PHOTO_LIMIT_MB);
		setTrouble(found ? words(found.reason, found.details) : "");
		if (found) return;
		setShare(0);
		setOnItsWay({ photo, key: newId<string>() });
	};
	const full = fileIds.length >= MOST ? t("full", { most: MOST }) : token === null ? t("preview") : undefined;
	return (
		<div className="space-y-3">
			<ul className="grid grid-cols-2 gap-3 empty:hidden">
				{fileIds.map((fileId, at) => (
					<li key={fileId} className="space-y-1">
						<Photo
							src={`/api/files/assessment/${token}/${fileId}`}
							alt={t("sent", { number: at + 1 })}
							className="h-40 w-full rounded-md bg-sunken"
						/>
						<Button
							look="quiet"
							onClick={() => onAnswer({ kind: "photo", fileIds: fileIds.filter((one) => one !== fileId) })}
						>
							<Trash2 aria-hidden />
							{t("remove", { number: at + 1 })}
						</Button>
					</li>
				))}
			</ul>
			{trouble && (
				<Notice tone="bad" live>
					{trouble}
				</Notice>
			)}
			<input
				ref={input}
				type="file"
				accept="image/*"
				className="sr-only"
				tabIndex={-1}
				aria-hidden
				data-photo-answer
				onChange={({ target }) => {
					take(target.files?.[0]);
					target.value = "";
				}}
			/>
			<Button size="thumb" pending={onItsWay !== null} disabledReason={full} onClick={() => input.current?.click()}>
				<Camera aria-hidden />
				{onItsWay ? t("sending", { percent: Math.round(share * 100) }) : t("take")}
			</Button>
		</div>
	);
}
