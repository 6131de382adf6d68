"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { cn } from "./cn";

/** The look of everything one types or picks into. Text is at least 16 px on phones, so that they do not zoom. */
export const controlLook = cn(
	"w-full min-w-0 rounded-md border border-edge bg-surface text-ink max-sm:text-base text-body transition-colors",
	"placeholder:text-muted hover:border-ink focus-visible:border-focus focus-visible:outline-offset-0",
	"aria-invalid:border-bad aria-invalid:inset-ring aria-invalid:inset-ring-bad data-invalid:border-bad data-invalid:inset-ring data-invalid:inset-ring-bad disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted",
);

type TextInputProps = ComponentProps<"input"> & {
	/** Stands within the field before what is typed, as a sign or an icon. */
	before?: ReactNode;
	after?: ReactNode;
};

export function TextInput({ before, after, className, ...rest }: TextInputProps) {
	if (!before && !after) return <input className={cn(controlLook, "h-control px-3", className)} {...rest} />;
	return (
		<span className="relative flex items-center">
			{before && <span className="pointer-events-none absolute left-3 text-muted [&_svg]:size-4">{before}</span>}
			<input className={cn(controlLook, "h-control px-3", before && "pl-9", after && "pr-9", className)} {...rest} />
			{after && <span className="absolute right-1 text-muted [&_svg]:size-4">{after}</span>}
		</span>
	);
}

type TextAreaProps = ComponentProps<"textarea"> & {
	/** Shows how many characters are left. More can be typed, so that a pasted text can be shortened; the form refuses it. */
	limit?: number;
};

export function TextArea({ limit, className, onChange, ...rest }: TextAreaProps) {
	const [typed, setTyped] = useState(String(rest.value ?? rest.defaultValue ?? "").length);
	return (
		<div>
			<textarea
				rows={4}
				className={cn(controlLook, "field-sizing-content block max-h-96 min-h-24 px-3 py-2.5", className)}
				onChange={(event) => {
					setTyped(event.target.value.length);
					onChange?.(event);
				}}
				{...rest}
			/>
			{limit !== undefined && <Counter typed={typed} limit={limit} />}
		</div>
	);
}

function Counter({ typed, limit }: { typed: number; limit: number }) {
	const t = useTranslations("common.form");
	const left = limit - typed;
	const close = left <= limit / 10;
	return (
		<p
			aria-live={close ? "polite" : "off"}
			className={cn("figures mt-1 text-right text-muted text-xs", left < 0 && "font-medium text-bad")}
		>
			{left < 0 ? t("counterOver", { over: -left }) : t("counter", { left })}
		</p>
	);
}
