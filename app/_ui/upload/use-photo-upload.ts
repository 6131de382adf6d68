"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FileId } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/new-id";
import { uploadPhoto } from "./upload-photo";

type State = {
	photo: File;
	/** From 0 to 1. */
	progress: number;
	/** Whether the server has it. */
	stored: boolean;
	/** Why the last attempt failed; the photo is still here. */
	error: unknown;
	/** One for each photo: the key of what the photo is for, too. */
	key: string;
};

type Attempt = { photo: File; key: string; abort: AbortController; sent: Promise<FileId> | null };

/**
 * Takes a photo and begins to send it at once, while the person looks at it. A failed attempt loses nothing: `send` goes on
 * with the same photo and key, and so does coming back online.
 */
export function usePhotoUpload() {
	const [state, setState] = useState<State | null>(null);
	const current = useRef<Attempt | null>(null);

	/** Resolves with the stored photo. Begins anew only after a failed attempt, which is shown in the state. */
	const send = useCallback((): Promise<FileId> => {
		const attempt = current.current;
		if (!attempt) return Promise.reject(new Error("there is no photo to send"));
		const tell = (news: Partial<State>) => {
			if (current.current === attempt) setState((known) => known && { ...known, ...news });
		};
		if (attempt.sent) return attempt.sent;
		tell({ error: null, progress: 0, stored: false });
		attempt.sent = uploadPhoto({
			photo: attempt.photo,
			idempotencyKey: attempt.key,
			onProgress: (progress) => tell({ progress }),
			signal: attempt.abort.signal,
		});
		attempt.sent.then(
			() => tell({ stored: true }),
			(error) => {
				attempt.sent = null;
				tell({ error });
			},
		);
		return attempt.sent;
	}, []);

	/** What goes wrong on the way is in the state already. */
	const begin = useCallback(() => void send().catch(() => undefined), [send]);

	const drop = useCallback(() => {
		current.current?.abort.abort();
		current.current = null;
		setState(null);
	}, []);

	const take = useCallback(
		(photo: File) => {
			drop();
			const key = newId();
			current.current = { photo, key, abort: new AbortController(), sent: null };
			setState({ photo, progress: 0, stored: false, error: null, key });
			begin();
		},
		[drop, begin],
	);

	useEffect(() => {
		const again = () => current.current && begin();
		window.addEventListener("online", again);
		return () => window.removeEventListener("online", again);
	}, [begin]);
	useEffect(() => () => current.current?.abort.abort(), []);

	return { state, take, drop, send };
}
