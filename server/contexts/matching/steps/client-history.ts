import { z } from "zod";
import { defineScore } from "../domain/step";

/** What this reference sample said of a normal one before, and whether they know each other. */
export const clientHistory = defineScore({
	id: "client-history",
	version: 1,
	name: { en: "Known to this client", ru: "Знакомство с клиентом" },
	about: {
		en: "Rates by what this very client said of a worker, and by jobs done for the client before. Who was never there gets the middle.",
		ru: "Оценивает по тому, что говорил о работнике именно этот клиент, и по прошлым заказам у него. Кто ещё не бывал, получает середину.",
	},
	params: z.strictObject({
		/** What one job done well adds. */
		perRepeat: z
			.number()
			.min(0)
			.max(0.5)
			.default(0.05)
			.meta({
				label: { en: "What each completed job adds", ru: "Сколько добавляет каждый выполненный заказ" },
			}),
		perFailure: z
			.number()
			.min(0)
			.max(1)
			.default(0.2)
			.meta({
				label: { en: "What each failed job takes away", ru: "Сколько отнимает каждый сорванный" },
			}),
		/** How far five stars, or one, lead away from the middle. */
		stars: z
			.number()
			.min(0)
			.max(0.5)
			.default(0.4)
			.meta({
				label: { en: "Weight of the client's stars", ru: "Вес оценок клиента" },
			}),
	}),
	values: (samples, { demand: { encounters }, params }) =>
		samples.map(({ id }) => {
			const had = encounters.get(id);
			if (!had) return 0.5;
			const liked = had.rated === 0 ? 0 : (had.stars / had.rated - 3) / 2;
			const value = 0.5 + params.stars * liked + params.perRepeat * had.completed - params.perFailure * had.failed;
			return Math.min(Math.max(value, 0), 1);
		}),
	tells: ({ id }, { demand: { encounters } }) => {
		const had = encounters.get(id);
		if (!had || had.completed === 0) return null;
		const stars = had.rated > 0 ? (had.stars / had.rated).toFixed(1) : null;
		return stars
			? { en: `known to this client (★ ${stars})`, ru: `уже бывал у клиента (★ ${stars.replace(".", ",")})` }
			: { en: "known to this client", ru: "уже бывал у клиента" };
	},
});
