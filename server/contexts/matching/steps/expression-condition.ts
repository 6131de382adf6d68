import { z } from "zod";
import { defineFilter } from "../domain/step";
import { byExpression, evaluated, expression } from "./_expression";

/** A condition that a manager writes down without a developer. */
export const expressionCondition = defineFilter({
	id: "expression-condition",
	version: 1,
	name: { en: "Condition by expression", ru: "Условие по формуле" },
	about: {
		en: "Lets through for whom a condition holds that you write yourself, like completed >= 3 and stars_of_client != 1.",
		ru: "Пропускает тех, для кого верно условие, которое вы записываете сами, например completed >= 3 and stars_of_client != 1.",
	},
	params: z.strictObject({ expression }),
	...byExpression,
	waitingReason: "nobody-suits",
	reasons: { "condition-not-met": { en: "does not meet a condition", ru: "не отвечает условию" } },
	refuses: (sample, given, place) =>
		(evaluated(given.params.expression, sample, given, place) ?? 0) === 0 ? "condition-not-met" : null,
});
