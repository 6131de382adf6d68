"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { useOpener } from "./use-opener";

export type DialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: ReactNode;
	/** One sentence under the title. */
	help?: ReactNode;
	children: ReactNode;
	/** Rises from the bottom on phones, stands at the side on desktops. */
	place?: "middle" | "side";
	className?: string;
};

const places = {
	middle: [
		"bottom-0 w-full rounded-t-md animate-from-bottom",
		"sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(32rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2",
		"sm:animate-rise sm:rounded-md",
	],
	side: ["inset-y-0 right-0 w-full max-w-lg animate-from-right sm:rounded-l-md"],
};

/** What a dialog shows once it has been opened. */
export default function DialogPanel({
	open,
	onOpenChange,
	title,
	help,
	children,
	place = "middle",
	className,
}: DialogProps) {
	const t = useTranslations("common.actions");
	const focus = useOpener();
	return (
		<Radix.Root open={open} onOpenChange={onOpenChange}>
			<Radix.Portal>
				<Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
				<Radix.Content
					{...focus}
					{...(help ? {} : { "aria-describedby": undefined })}
					className={cn(
						"fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col bg-raised shadow-float",
						place === "side" && "max-h-dvh",
						places[place],
						className,
					)}
				>
					<div className="flex items-start justify-between gap-4 px-6 pt-6 pb-4">
						<div className="min-w-0">
							<Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
							{help && <Radix.Description className="mt-1 text-body text-muted">{help}</Radix.Description>}
						</div>
						<Radix.Close asChild>
							<IconButton label={t("close")} icon={<X />} size="small" className="-mt-1 -mr-2" />
						</Radix.Close>
					</div>
					<div className="min-h-0 overflow-y-auto px-6 pb-6">{children}</div>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
