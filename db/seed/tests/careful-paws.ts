import type { TestContent } from "@/server/contexts/hiring/contracts/tests";
import { about, choices, type Question, say } from "./write";

const judgement: Question[] = [
	{
		...{ kind: "single", key: "open-window", points: 4, penalty: 1, correct: "wait" },
		prompt: say(
			"You arrive for a job. A window on the fourth floor stands wide open, and the client does not answer the door. What do you do first?",
			"Вы пришли на заказ. На четвёртом этаже распахнуто окно, клиент не открывает. Что вы сделаете первым делом?",
		),
		options: choices(
			["climb", "Go in by the window: the job must start in time", "Зайду через окно: заказ должен начаться вовремя"],
			[
				"wait",
				"Stay at the door, call the client, and tell the office",
				"Останусь у двери, позвоню клиенту и сообщу в офис",
			],
			["leave", "Leave: nobody is there", "Уйду: никого нет"],
			["neighbour", "Ask a neighbour for a key", "Попрошу ключ у соседей"],
		),
		traits: about({ patience: 2, stealth: 0.5 }),
	},
	{
		...{ kind: "single", key: "broken-vase", points: 4, penalty: 2, correct: "tell" },
		prompt: say(
			"While you toss jars off a shelf as ordered, a vase that was not on the list falls, too. Nobody has seen it.",
			"Вы сбрасываете банки с полки, как и заказано, и случайно роняете вазу, которой в списке нет. Никто не видел.",
		),
		options: choices(
			["sofa", "Push the pieces under the sofa", "Задвину осколки под диван"],
			[
				"tell",
				"Make it safe, and tell the client and the office at once",
				"Уберу осколки и сразу скажу клиенту и офису",
			],
			["later", "Mention it if somebody asks", "Скажу, если спросят"],
			["pay", "Buy a similar one, quietly", "Тихо куплю похожую"],
		),
		traits: about({ tidiness: 2, patience: 1 }),
	},
	{
		...{ kind: "multiple", key: "before-start", points: 6, penalty: 1, scoring: "each" },
		prompt: say(
			"What has to be clear before you press “Start”?",
			"Что должно быть ясно до того, как вы нажмёте «Начать»?",
		),
		options: choices(
			["place", "That this is the right address", "Что это тот самый адрес"],
			["kit", "That all supplies are with you", "Что все припасы с собой"],
			["danger", "That nobody can get hurt", "Что никто не пострадает"],
			["price", "What the client pays", "Сколько платит клиент"],
			["nap", "Where one can lie down later", "Где потом можно прилечь"],
		),
		correct: ["place", "kit", "danger"],
		traits: about({ tidiness: 1, patience: 1 }),
	},
	{
		...{ kind: "single", key: "second-cat", points: 4, penalty: 1, correct: "stop" },
		prompt: say(
			"In the flat lives another cat, who hisses at you. The client says: “Just go on.”",
			"В квартире живёт ещё один кот, он шипит на вас. Клиент говорит: «Просто продолжайте».",
		),
		options: choices(
			["fight", "Show who is stronger", "Покажу, кто сильнее"],
			[
				"stop",
				"Keep away, ask for a closed door between you, else stop",
				"Отойду и попрошу закрыть между нами дверь, иначе остановлюсь",
			],
			["on", "Go on, the client has said so", "Продолжу: клиент разрешил"],
			["hide", "Work from under the bed", "Поработаю из-под кровати"],
		),
		traits: about({ patience: 2, stealth: 1 }),
	},
	{
		...{ kind: "single", key: "client-photo", points: 4, penalty: 2, correct: "never" },
		prompt: say(
			"A friend asks for a picture of the famous client whose sofa you scratched.",
			"Друг просит фото знаменитого клиента, чей диван вы царапали.",
		),
		options: choices(
			["never", "Never: what I see at a client’s stays there", "Никогда: что вижу у клиента, там и остаётся"],
			["sofa", "Only the sofa, without the client", "Только диван, без клиента"],
			["ask", "Yes, if the friend keeps it to himself", "Да, если друг никому не покажет"],
		),
		traits: about({ stealth: 2 }),
	},
	{
		...{ kind: "single", key: "late", points: 4, penalty: 1, correct: "now" },
		prompt: say(
			"Your bus stands in a jam. You will be twenty minutes late.",
			"Ваш автобус стоит в пробке. Вы опоздаете на двадцать минут.",
		),
		options: choices(
			["now", "Tell client and office now, with the new time", "Сообщу клиенту и офису сейчас, с новым временем"],
			["there", "Explain it when I am there", "Объясню, когда приеду"],
			["hurry", "Say nothing and work faster", "Промолчу и поработаю быстрее"],
		),
		traits: about({ patience: 1, speed: 1 }),
	},
];

const order: Question[] = [
	{
		...{ kind: "order", key: "job-steps", points: 8, penalty: 1, scoring: "pairs" },
		prompt: say("Put a job in its order.", "Расставьте шаги заказа по порядку."),
		items: choices(
			["collect", "Collect the kit at the warehouse", "Забрать набор на складе"],
			["arrive", "Check the address and greet the client", "Проверить адрес и поздороваться с клиентом"],
			["photo", "Take the photo and press “Start”", "Сделать фото и нажать «Начать»"],
			["work", "Do what was ordered", "Сделать заказанное"],
			["sign", "Have the acceptance form signed", "Подписать акт у клиента"],
			["finish", "Send the form’s photo and press “Finish”", "Отправить фото акта и нажать «Закончить»"],
		),
		traits: about({ tidiness: 2, patience: 1 }),
	},
	{
		...{ kind: "short", key: "emergency", points: 4, penalty: 0, accepted: ["112"] },
		prompt: say(
			"You smell smoke in the stairwell. Which number do you call, in Europe and in Russia alike?",
			"В подъезде пахнет дымом. По какому единому номеру вы позвоните и в Европе, и в России?",
		),
		traits: about({ patience: 1 }),
	},
];

/** How one behaves where nobody looks. */
export const carefulPaws: TestContent = {
	title: say("Careful paws", "Осторожные лапы"),
	intro: say(
		"Situations from real jobs. There are no trick questions: answer as you would act.",
		"Ситуации из настоящих заказов. Подвохов нет: отвечайте так, как поступили бы.",
	),
	minutes: 20,
	sections: [
		{
			...{ key: "judgement", title: say("What would you do?", "Как вы поступите?"), intro: say("", "") },
			...{ minutes: 12, pick: 5, shuffle: true, questions: judgement },
		},
		{
			...{ key: "order", title: say("In good order", "По порядку"), intro: say("", "") },
			...{ minutes: null, pick: null, shuffle: false, questions: order },
		},
	],
};
