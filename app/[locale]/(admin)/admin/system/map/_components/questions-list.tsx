import { useTranslations } from "next-intl";
import { DescriptionList } from "@/app/_ui/description-list";
import type { Question } from "./questions-layout";

/** Each context that asks, and whom it may ask. */
export function QuestionsList({ questions }: { questions: readonly Question[] }) {
	const contexts = useTranslations("system.contexts");
	const askers = [...new Set(questions.map(({ asker }) => asker))];
	const named = (context: string) => contexts(context as "identity");
	return (
		<DescriptionList
			items={askers.map((asker) => ({
				term: named(asker),
				description: questions
					.filter((question) => question.asker === asker)
					.map(({ asked }) => named(asked))
					.join(", "),
			}))}
		/>
	);
}
