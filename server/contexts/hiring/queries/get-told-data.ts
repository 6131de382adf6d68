import { asc, eq } from "drizzle-orm";
import { type applications, contacts, vacancies } from "@/db/schema/hiring-applications";
import { attempts } from "@/db/schema/hiring-tests";
import type { Ctx } from "@/server/platform/context";
import { answerInWords } from "../domain/answer-words";
import { findAnswerSheet } from "./find-answer-sheet";

type Application = typeof applications.$inferSelect;

/**
 * All that a person has told the house, and when the house spoke with it: what is handed out to whoever it is about. Nothing of
 * what the office thinks, of points, or of what would have been right. For whoever knows that it may be seen.
 */
export async function getToldData(ctx: Ctx, application: Application) {
	const { name, email, phone, locale, age, breed, coat, languages, words, state, submittedAt, photoId } = application;
	const [vacancy] = await ctx.db
		.select({ name: vacancies.name })
		.from(vacancies)
		.where(eq(vacancies.id, application.vacancyId));
	const spoken = await ctx.db
		.select({ at: contacts.contactedAt, channel: contacts.channel, reached: contacts.reached })
		.from(contacts)
		.where(eq(contacts.applicationId, application.id))
		.orderBy(asc(contacts.contactedAt));
	return {
		...{ vacancy: vacancy?.name[locale] ?? "", name, email, phone, locale, age, breed, coat, languages, words },
		...{ state, submittedAt, hasPhoto: photoId !== null, contacts: spoken, tests: await testsOf(ctx, application) },
	};
}

async function testsOf(ctx: Ctx, { id, locale }: Application) {
	const taken = await ctx.db
		.select({ attemptId: attempts.id })
		.from(attempts)
		.where(eq(attempts.applicationId, id))
		.orderBy(asc(attempts.position));
	const told = [];
	for (const { attemptId } of taken) {
		const { attempt, content, questions, answers } = await findAnswerSheet(ctx, attemptId);
		told.push({
			...{ title: content.title[locale], startedAt: attempt.startedAt, submittedAt: attempt.submittedAt },
			answers: questions.flatMap((question) => {
				const value = answers.get(question.key);
				if (!value) return [];
				return [{ question: question.prompt[locale], answer: answerInWords(question, value, locale) }];
			}),
		});
	}
	return told;
}
