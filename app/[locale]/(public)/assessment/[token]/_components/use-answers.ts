"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useMemo, useReducer, useRef } from "react";
import { troubleOf } from "@/app/_ui/query/refusal";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import { systemNow } from "@/server/kernel/clock";
import type { AttemptId } from "@/server/kernel/ids";
import { keepAnswers } from "./answer-keeper";
import type { RunningPaper } from "./paper";

const SOON_MS = 500;
const AGAIN_MS = 3_000;

const isAway = (error: unknown): boolean => {
	const trouble = troubleOf(error);
	return trouble.kind === "generic" || trouble.code === "common.unavailable";
};

/** The answers of the open section: kept here until the server has them, and learned from it when another device has answered. */
export function useAnswers({ token, attemptId, paper }: { token: string; attemptId: AttemptId; paper: RunningPaper }) {
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const save = useMutation({ ...useTRPC().hiring.saveAnswers.mutationOptions(), networkMode: "always" }).mutateAsync;
	const link = useRef({ token, save });
	link.current = { token, save };
	const place = `assessment:${attemptId}:${paper.section}`;
	const keeper = useMemo(
		() =>
			keepAnswers({
				send: (batch) => link.current.save({ token: link.current.token, attemptId, ...batch }),
				isAway,
				store: {
					read: () => localStorage.getItem(place),
					write: (text) => (text === null ? localStorage.removeItem(place) : localStorage.setItem(place, text)),
				},
				now: () => systemNow().getTime(),
				onChange: redraw,
			}),
		[attemptId, place],
	);
	useEffect(() => keeper.learn(paper.answers), [keeper, paper.answers]);
	useEffect(() => {
		const flush = () => void keeper.flush();
		const again = setInterval(() => keeper.state() === "waiting" && flush(), AGAIN_MS);
		window.addEventListener("online", flush);
		document.addEventListener("visibilitychange", flush);
		flush();
		return () => {
			clearInterval(again);
			window.removeEventListener("online", flush);
			document.removeEventListener("visibilitychange", flush);
		};
	}, [keeper]);
	useAbsences((size) => keeper.note({ kind: "left", question: null, size, at: systemNow() }));

	const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
	return {
		keeper,
		answer(question: string, value: AnswerValue) {
			keeper.answer(question, value);
			clearTimeout(soon.current);
			soon.current = setTimeout(() => void keeper.flush(), SOON_MS);
		},
		pasted: (question: string, size: number) => keeper.note({ kind: "pasted", question, size, at: systemNow() }),
	};
}

/** Tells for how many seconds the page was left, each time the candidate is back. */
function useAbsences(onBack: (seconds: number) => void): void {
	const back = useRef(onBack);
	back.current = onBack;
	useEffect(() => {
		let leftAt: number | null = null;
		const look = () => {
			if (document.visibilityState === "hidden") leftAt = performance.now();
			else if (leftAt !== null) {
				back.current(Math.round((performance.now() - leftAt) / 1000));
				leftAt = null;
			}
		};
		document.addEventListener("visibilitychange", look);
		return () => document.removeEventListener("visibilitychange", look);
	}, []);
}
