"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "../notice";

type ErrorSummaryProps = {
	errors: readonly { name: string; label: string; message: string }[];
	refusal: string | null;
	/** Grows with each attempt: then the summary takes the focus. */
	attempt: number;
	onChoose: (name: string) => void;
};

/** All that is wrong in one place, above the form; each line leads to its field. */
export function ErrorSummary({ errors, refusal, attempt, onChoose }: ErrorSummaryProps) {
	const t = useTranslations("common.form");
	const summary = useRef<HTMLDivElement>(null);
	const wrong = errors.length > 0 || refusal !== null;
	useEffect(() => {
		if (attempt > 0 && wrong) summary.current?.focus();
	}, [attempt, wrong]);
	if (!wrong) return null;
	return (
		<div ref={summary} tabIndex={-1} role="alert" className="scroll-mt-6 rounded-md">
			<Notice tone="bad" title={refusal ? t("notSent") : t("summary", { count: errors.length })}>
				{refusal && <p>{refusal}</p>}
				{errors.length > 0 && (
					<ul className="space-y-1">
						{errors.map(({ name, label, message }) => (
							<li key={name}>
								<button
									type="button"
									onClick={() => onChoose(name)}
									className="rounded-sm text-left underline decoration-edge underline-offset-4 hover:decoration-ink"
								>
									{lineOf(label, message)}
								</button>
							</li>
						))}
					</ul>
				)}
			</Notice>
		</div>
	);
}

/** A label that is a question needs no colon. */
function lineOf(label: string, message: string): string {
	if (!label) return message;
	return /[?!.:]$/.test(label) ? `${label} ${message}` : `${label}: ${message}`;
}
