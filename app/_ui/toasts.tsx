"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast as sonner, Toaster } from "sonner";

/** The place where toasts appear; once in a shell. */
export function Toasts() {
	const t = useTranslations("common.actions");
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

type ToastOptions = {
	description?: string /** Better than asking "are you sure?". */;
	undo?: { label: string; onUndo: () => void };
};

const options = ({ description, undo }: ToastOptions) => ({
	...(description && { description }),
	...(undo && { action: { label: undo.label, onClick: undo.onUndo }, duration: 10_000 }),
});

/** Passing news of a deed. What must be read goes onto the page, not here. */
export const toast = {
	done: (title: string, more: ToastOptions = {}) => sonner.success(title, options(more)),
	failed: (title: string, more: ToastOptions = {}) => sonner.error(title, options(more)),
	news: (title: string, more: ToastOptions = {}) => sonner(title, options(more)),
};
