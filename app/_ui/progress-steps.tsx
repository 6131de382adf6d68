import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "./cn";

export type Step = { key: string; label: string /** Said under the label, as the time it happened. */; help?: string };

type ProgressStepsProps = {
	/** Names the line: "Progress of your order". */
	label: string;
	steps: readonly Step[];
	/** Where it stands: the step that is under way. All steps done: the number of steps. */
	current: number;
	/** It ended here and goes no further. */
	failed?: boolean;
	className?: string;
};

type State = "done" | "current" | "ahead" | "failed";

/** The live line of an order: downwards on the phone, along on the desktop. Told to readers when it moves. */
export function ProgressSteps({ label, steps, current, failed, className }: ProgressStepsProps) {
	const t = useTranslations("common.progress");
	const stateOf = (index: number): State => {
		if (index < current) return "done";
		if (index > current) return "ahead";
		return failed ? "failed" : "current";
	};
	return (
		<div className={className}>
			<ol aria-label={label} className="flex flex-col sm:flex-row">
				{steps.map((step, index) => {
					const state = stateOf(index);
					const last = index === steps.length - 1;
					return (
						<li
							key={step.key}
							{...(state === "current" && { "aria-current": "step" })}
							className="relative flex flex-1 gap-3 pb-6 last:pb-0 sm:flex-col sm:items-center sm:gap-2 sm:pb-0 sm:text-center"
						>
							{!last && (
								<span
									aria-hidden
									className={cn(
										"absolute top-7 bottom-1 left-[11px] w-0.5 sm:top-[11px] sm:right-[calc(-50%+16px)] sm:bottom-auto sm:left-[calc(50%+16px)] sm:h-0.5 sm:w-auto",
										index < current ? "bg-ink" : "bg-line",
									)}
								/>
							)}
							<Mark state={state} />
							<span className="min-w-0 sm:px-1">
								<span
									className={cn(
										"block text-body sm:text-sm",
										state === "ahead" ? "text-muted" : "text-ink",
										(state === "current" || state === "failed") && "font-semibold",
									)}
								>
									{step.label}
								</span>
								<span className="sr-only">, {t(state)}</span>
								{step.help && <span className="figures block text-muted text-sm sm:text-xs">{step.help}</span>}
							</span>
						</li>
					);
				})}
			</ol>
			<p aria-live="polite" className="sr-only">
				{steps[current]?.label ?? steps.at(-1)?.label}
			</p>
		</div>
	);
}

const marks: Record<State, string> = {
	done: "border-inverse bg-inverse text-on-inverse",
	current: "border-inverse bg-surface",
	ahead: "border-edge bg-surface",
	failed: "border-bad bg-bad-tint text-bad",
};

function Mark({ state }: { state: State }) {
	return (
		<span
			aria-hidden
			className={cn("inline-flex size-6 shrink-0 items-center justify-center rounded-full border-2", marks[state])}
		>
			{state === "done" && <Check strokeWidth={3} className="size-3.5" />}
			{state === "failed" && <X strokeWidth={3} className="size-3.5" />}
			{state === "current" && <span className="size-2.5 animate-breathe rounded-full bg-inverse" />}
		</span>
	);
}
