"use client";

import { useEffect, useState } from "react";
import { later } from "./later";
import type { News, ToastOptions } from "./toast-panel";

/** Fetched with the first news: most pages are left before there are any. */
const ToastPanel = later(() => import("./toast-panel"));

const untold: News[] = [];
let wake: (() => void) | null = null;
let deliver: ((news: News) => void) | null = null;

function say(news: News): void {
	if (deliver) deliver(news);
	else {
		untold.push(news);
		wake?.();
	}
}

function begin(tell: (news: News) => void): () => void {
	deliver = tell;
	for (const news of untold.splice(0)) tell(news);
	return () => {
		deliver = null;
	};
}

/** The place where toasts appear; once in a shell. */
export function Toasts() {
	const [wanted, setWanted] = useState(false);
	useEffect(() => {
		wake = () => setWanted(true);
		if (untold.length > 0) wake();
		return () => {
			wake = null;
		};
	}, []);
	return wanted && <ToastPanel onReady={begin} />;
}

/** Passing news of a deed. What must be read goes onto the page, not here. */
export const toast = {
	done: (title: string, more: ToastOptions = {}) => say({ ...more, kind: "done", title }),
	failed: (title: string, more: ToastOptions = {}) => say({ ...more, kind: "failed", title }),
	news: (title: string, more: ToastOptions = {}) => say({ ...more, kind: "news", title }),
};
