"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useId, useState } from "react";
import { cn } from "./cn";

const scale = [1, 2, 3, 4, 5] as const;

type StarRatingProps = {
	value: number | null;
	onChange: (stars: number) => void;
	onBlur?: () => void;
	/** Where the form puts the focus when this is wrong. */
	firstRef?: Ref<HTMLInputElement>;
	"aria-invalid"?: true;
	"aria-describedby"?: string;
};

/** Five radios that look like stars: arrows move, digits of the reader say how many. Wrap in a `FieldGroup`. */
export function StarRating({ value, onChange, onBlur, firstRef, ...aria }: StarRatingProps) {
	const t = useTranslations("common.form");
	const name = useId();
	const [pointed, setPointed] = useState<number | null>(null);
	const shown = pointed ?? value ?? 0;
	return (
		<div className="inline-flex" onPointerLeave={() => setPointed(null)}>
			{scale.map((stars) => (
				<label
					key={stars}
					onPointerEnter={(event) => event.pointerType === "mouse" && setPointed(stars)}
					className="inline-flex size-12 cursor-pointer items-center justify-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-focus"
				>
					<input
						type="radio"
						ref={stars === 1 ? firstRef : undefined}
						name={name}
						checked={value === stars}
						onChange={() => onChange(stars)}
						onBlur={onBlur}
						className="sr-only"
						{...aria}
					/>
					<span className="sr-only">{t("stars", { count: stars })}</span>
					<Star aria-hidden className={cn("size-8 transition-colors", starLook(stars <= shown))} />
				</label>
			))}
		</div>
	);
}

/** A rating that was given. */
export function Stars({ value, className }: { value: number; className?: string }) {
	const t = useTranslations("common.form");
	return (
		<span role="img" aria-label={t("stars", { count: value })} className={cn("inline-flex gap-0.5", className)}>
			{scale.map((stars) => (
				<Star key={stars} aria-hidden className={cn("size-4", starLook(stars <= value))} />
			))}
		</span>
	);
}

const starLook = (full: boolean) => (full ? "fill-star text-star" : "fill-transparent text-edge");
