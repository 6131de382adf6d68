"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast as sonner, Toaster } from "sonner";

export type ToastOptions = {
	description?: string /** Better than asking "are you sure?". */;
	undo?: { label: string; onUndo: () => void };
};

export type News = ToastOptions & { kind: "done" | "failed" | "news"; title: string };

const show = { done: sonner.success, failed: sonner.error, news: sonner };

function tell({ kind, title, description, undo }: News): void {
	show[kind](title, {
		...(description && { description }),
		...(undo && { action: { label: undo.label, onClick: undo.onUndo }, duration: 10_000 }),
	});
}

/** Where toasts appear. It says when it is there, and tells whatever it is given from then on. */
export default function ToastPanel({ onReady }: { onReady: (tell: (news: News) => void) => () => void }) {
	const t = useTranslations("common.actions");
	useEffect(() => onReady(tell), [onReady]);
	return (
		<Toaster
			position="bottom-center"
			gap={8}
			offset={{ bottom: "var(--place-toast)" }}
			mobileOffset={{ bottom: "var(--place-toast)" }}
			className="font-sans!"
			containerAriaLabel={t("more")}
			icons={{
				success: <CircleCheck className="size-5 text-good" />,
				error: <CircleAlert className="size-5 text-bad" />,
			}}
			toastOptions={{
				unstyled: true,
				classNames: {
					toast:
						"flex w-full items-center gap-3 rounded-md border border-line bg-raised px-4 py-3 text-ink text-sm shadow-float sm:w-96",
					title: "font-medium",
					description: "text-muted",
					content: "min-w-0 flex-1",
					actionButton:
						"inline-flex h-8 shrink-0 items-center rounded-md border border-edge px-3 font-medium transition-colors hover:bg-hover",
				},
			}}
		/>
	);
}
