"use client";

import { useTranslations } from "next-intl";
import * as Radix from "radix-ui/alert-dialog";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Notice } from "./notice";
import { useRefusalText } from "./query/use-refusal-text";
import { useOpener } from "./use-opener";

export type ConfirmDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: string;
	/** What will happen, in numbers. */
	children: ReactNode;
	/** The button names the deed: "Cancel and pay ₡95.00". */
	confirmLabel: string;
	/** The way back, "Keep the order". "Cancel" if nothing is said. */
	dismissLabel?: string;
	danger?: boolean;
	/** Resolves when it is done: then the dialog closes. A refusal is shown in the dialog and nothing is lost. */
	onConfirm: () => Promise<unknown>;
};

/** What is asked, once it has been asked. */
export default function ConfirmDialogPanel(props: ConfirmDialogProps) {
	const t = useTranslations("common.actions");
	const refusalText = useRefusalText();
	const { onCloseAutoFocus, onOpenAutoFocus } = useOpener();
	const [pending, setPending] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);

	const change = (open: boolean) => {
		if (pending) return;
		setRefusal(null);
		props.onOpenChange(open);
	};
	const confirm = async () => {
		setPending(true);
		setRefusal(null);
		try {
			await props.onConfirm();
			props.onOpenChange(false);
		} catch (error) {
			setRefusal(refusalText(error));
		} finally {
			setPending(false);
		}
	};

	return (
		<Radix.Root open={props.open} onOpenChange={change}>
			<Radix.Portal>
				<Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
				<Radix.Content
					onOpenAutoFocus={onOpenAutoFocus}
					onCloseAutoFocus={onCloseAutoFocus}
					className="fixed bottom-0 z-50 flex max-h-dvh w-full animate-from-bottom flex-col overflow-y-auto rounded-t-md bg-raised p-6 shadow-float sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(28rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:animate-rise sm:rounded-md"
				>
					<Radix.Title className="font-semibold text-lg">{props.title}</Radix.Title>
					<Radix.Description asChild>
						<div className="mt-2 space-y-2 text-body text-muted">{props.children}</div>
					</Radix.Description>
					{refusal && (
						<Notice tone="bad" live className="mt-4">
							{refusal}
						</Notice>
					)}
					<div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:flex-wrap-reverse sm:justify-end">
						<Radix.Cancel asChild>
							<Button>{props.dismissLabel ?? t("cancel")}</Button>
						</Radix.Cancel>
						<Button look={props.danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
							{props.confirmLabel}
						</Button>
					</div>
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
