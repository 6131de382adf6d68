import type { TestContent } from "@/server/contexts/hiring/contracts/tests";
import { about, say } from "./write";

/** What people have to read and look at. */
export const onTheJob: TestContent = {
	title: say("On the job", "На заказе"),
	intro: say(
		"Two short texts and a photo. People read what you write, so spelling is no matter: say what you would do and why.",
		"Два коротких текста и фото. Их читают люди, поэтому ошибки не страшны: напишите, что вы сделали бы и почему.",
	),
	minutes: 40,
	sections: [
		{
			...{ key: "words", title: say("In your own words", "Своими словами"), intro: say("", "") },
			...{ minutes: null, pick: null, shuffle: false },
			questions: [
				{
					...{ kind: "long", key: "angry-client", letters: 1500 },
					prompt: say(
						"The client says that the sofa is scratched too little, and refuses to sign the form. You think that the work is done as ordered. What do you do, step by step?",
						"Клиент говорит, что диван исцарапан слишком мало, и не подписывает акт. Вы считаете, что всё сделано, как заказано. Что вы сделаете, шаг за шагом?",
					),
					rubric: {
						graders: 2,
						criteria: [
							{
								key: "calm",
								text: say("Stays friendly and listens first", "Остаётся приветливым и сначала слушает"),
								points: 4,
							},
							{ key: "facts", text: say("Compares with what was ordered", "Сверяется с тем, что заказано"), points: 3 },
							{
								key: "office",
								text: say("Brings in the office before it grows", "Вовремя подключает офис"),
								points: 3,
							},
						],
					},
					traits: about({ patience: 3, purring: 2, scratching: 1 }),
				},
				{
					...{ kind: "long", key: "night-song", letters: 1000 },
					prompt: say(
						"You are to sing at night for two hours. After ten minutes a neighbour knocks. What do you say and do?",
						"Вам заказано два часа ночного пения. Через десять минут стучит сосед. Что вы скажете и сделаете?",
					),
					rubric: {
						graders: 1,
						criteria: [
							{ key: "polite", text: say("Takes the neighbour seriously", "Относится к соседу серьёзно"), points: 3 },
							{
								key: "order",
								text: say("Keeps the order in mind, offers a way", "Помнит о заказе и предлагает выход"),
								points: 3,
							},
						],
					},
					traits: about({ singing: 2, purring: 2, patience: 1 }),
				},
			],
		},
		{
			...{ key: "photo", title: say("A photo", "Фото") },
			intro: say("Your own place is enough; it need not be large.", "Достаточно своего угла, большой не нужен."),
			...{ minutes: null, pick: null, shuffle: false },
			questions: [
				{
					...{ kind: "photo", key: "box" },
					prompt: say(
						"Show a box that you have made ready for sitting in for an hour, with all that you need at paw.",
						"Покажите коробку, которую вы приготовили, чтобы просидеть в ней час, и всё нужное под лапой.",
					),
					rubric: {
						graders: 1,
						criteria: [
							{ key: "fit", text: say("The box fits its cat", "Коробка коту впору"), points: 3 },
							{
								key: "tidy",
								text: say("Around it is tidy, and nothing can fall", "Вокруг порядок, ничто не упадёт"),
								points: 3,
							},
						],
					},
					traits: about({ "box-sitting": 2, tidiness: 2 }),
				},
			],
		},
	],
};
