"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import type { AnswerOf, AnswerValue } from "@/server/contexts/hiring/contracts/taking";

const TOO_LATE_MS = 4_000;

type Stage = "idle" | "waiting" | "now" | "done";
type ReactionTaskProps = {
	waits: number[];
	value: AnswerOf<"reaction"> | undefined;
	onAnswer: (value: AnswerValue) => void;
};

/** A mouse comes out of its hole after a while: press then, and not before. One go; the first counts. */
export function ReactionTask({ waits, value, onAnswer }: ReactionTaskProps) {
	const t = useTranslations("assessment.reaction");
	const [stage, setStage] = useState<Stage>("idle");
	const [round, setRound] = useState(0);
	const came = useRef(0);
	const got = useRef({ times: [] as number[], falseStarts: 0 });
	const done = stage === "done" || (stage === "idle" && value !== undefined);

	useEffect(() => {
		if (stage === "waiting") {
			const coming = setTimeout(() => {
				came.current = performance.now();
				setStage("now");
			}, waits[round]);
			return () => clearTimeout(coming);
		}
		if (stage === "now") {
			const gone = setTimeout(() => next(TOO_LATE_MS), TOO_LATE_MS);
			return () => clearTimeout(gone);
		}
		return undefined;
	});

	const next = (time: number) => {
		got.current.times.push(Math.round(time));
		if (round + 1 < waits.length) {
			setRound(round + 1);
			setStage("waiting");
			return;
		}
		setStage("done");
		onAnswer({ kind: "reaction", ...got.current });
	};
	const press = () => {
		if (stage === "now") next(performance.now() - came.current);
		else if (stage === "waiting") got.current.falseStarts++;
	};
	if (done) return <p role="status">{t("done")}</p>;
	if (stage === "idle") {
		return (
			<Button size="thumb" onClick={() => setStage("waiting")}>
				{t("start", { rounds: waits.length })}
			</Button>
		);
	}
	return (
		<button
			type="button"
			onPointerDown={press}
			onKeyDown={(event) => {
				if (event.repeat || (event.key !== " " && event.key !== "Enter")) return;
				event.preventDefault();
				press();
			}}
			className={cn(
				"flex h-48 w-full select-none flex-col items-center justify-center gap-2 rounded-md border-2 text-lg",
				stage === "now" ? "border-good bg-good-tint font-semibold text-good" : "border-line bg-sunken text-muted",
			)}
		>
			<span role="status">{t(stage === "now" ? "press" : "wait")}</span>
			<span className="text-muted text-sm">{t("round", { round: round + 1, rounds: waits.length })}</span>
		</button>
	);
}
