import { z } from "zod";
import type { NormalSample } from "../domain/sample";
import { defineScore } from "../domain/step";

/** Lets who is new show what can be expected: 1 without a job behind, less with each, 0 for who is known well. */
export const newcomersChance = defineScore({
	id: "newcomers-chance",
	version: 1,
	name: { en: "A newcomer's chance", ru: "Шанс новичку" },
	about: {
		en: "1 for who has never had a job, less with each job, 0 for who is known well. Otherwise nobody would ever find out what newcomers can do.",
		ru: "1 — у кого ещё не было заказов, с каждым заказом меньше, 0 — кто уже хорошо известен. Иначе никто не узнает, на что способны новички.",
	},
	params: z.strictObject({
		knownAfter: z
			.int()
			.min(1)
			.max(100)
			.default(5)
			.meta({
				label: { en: "Jobs after which one is known", ru: "После скольких заказов работник известен" },
			}),
	}),
	values: (samples, { params: { knownAfter } }) =>
		samples.map((sample) => Math.max(0, 1 - jobsBehind(sample) / knownAfter)),
	tells: (_sample, _given, value) => (value === 1 ? { en: "a newcomer", ru: "новичок" } : null),
});

const jobsBehind = ({ results }: NormalSample): number =>
	results.reduce((sum, { completed, failed }) => sum + completed + failed, 0);
