"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { isAnswered } from "@/server/contexts/hiring/contracts/taking";
import type { AttemptId } from "@/server/kernel/ids";
import type { RunningPaper } from "./paper";
import { QuestionField } from "./question-field";
import { SectionHead } from "./section-head";
import { useAnswers } from "./use-answers";

type SectionViewProps = {
	token: string;
	attemptId: AttemptId;
	paper: RunningPaper;
	onFinished: (submitted: boolean) => Promise<void>;
};

/** The open section: its questions, what became of each answer, and the way on. */
export function SectionView({ token, attemptId, paper, onFinished }: SectionViewProps) {
	const t = useTranslations("assessment");
	const locale = useLocale();
	const { keeper, answer, pasted } = useAnswers({ token, attemptId, paper });
	const [asking, setAsking] = useState(false);
	const [cut, setCut] = useState(false);
	const finish = useMutation({ ...useTRPC().hiring.finishSection.mutationOptions(), networkMode: "always" });
	const isLast = paper.section === paper.sections - 1;
	const { questions, title, intro } = paper.paper;
	const open = questions.filter(({ key }) => !isAnswered(keeper.answerTo(key))).length;
	const top = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (paper.section > 0) top.current?.focus();
	}, [paper.section]);

	const goOn = async () => {
		setCut(false);
		const sent = await keeper.flush();
		if (!sent && keeper.state() === "waiting") {
			setCut(true);
			setAsking(false);
			return;
		}
		try {
			const { submitted } = await finish.mutateAsync({ token, attemptId, section: paper.section });
			await onFinished(submitted);
			setAsking(false);
		} catch {
			setCut(true);
			setAsking(false);
		}
	};
	// At the test's own end the server takes it in, after the grace for what other devices still have.
	const onSectionOver = () => {
		if (paper.sectionDeadline < paper.deadline) void goOn();
		else void keeper.flush();
	};
	return (
		<div className="space-y-6 pb-12">
			<SectionHead paper={paper} keeping={keeper.state()} onOver={onSectionOver} />
			<header className="space-y-2">
				<h1 ref={top} tabIndex={-1} className="font-semibold text-xl tracking-tight">
					{title[locale]}
				</h1>
				{intro[locale] && <p className="whitespace-pre-line text-muted">{intro[locale]}</p>}
			</header>
			<ol className="space-y-4">
				{questions.map((question, at) => (
					<li key={question.key}>
						<Card>
							<QuestionField
								question={question}
								number={at + 1}
								of={questions.length}
								value={keeper.answerTo(question.key)}
								token={token}
								onAnswer={(value) => answer(question.key, value)}
								onPaste={(size) => pasted(question.key, size)}
							/>
						</Card>
					</li>
				))}
			</ol>
			{cut && (
				<Notice tone="warn" title={t("cut.title")} live>
					{t("cut.help")}
				</Notice>
			)}
			<Button look="primary" size="thumb" wide pending={finish.isPending} onClick={() => setAsking(true)}>
				{t(isLast ? "handIn" : "goOn")}
			</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t(isLast ? "ask.handIn" : "ask.goOn")}
				confirmLabel={t(isLast ? "handIn" : "goOn")}
				onConfirm={goOn}
			>
				{t("ask.help", { open })}
			</ConfirmDialog>
		</div>
	);
}
