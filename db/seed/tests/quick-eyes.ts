import type { TestContent } from "@/server/contexts/hiring/contracts/tests";
import { about, choices, type Question, say } from "./write";

const counting: Question[] = [
	{
		...{ kind: "number", key: "jars", points: 5, penalty: 0, correct: 18, tolerance: 0 },
		prompt: say(
			"Three shelves with eight jars each. A quarter of all jars has fallen. How many still stand?",
			"Три полки, на каждой по восемь банок. Четверть всех банок упала. Сколько ещё стоит?",
		),
		traits: about({ "jar-tossing": 2, tidiness: 1 }),
	},
	{
		...{ kind: "number", key: "route", points: 5, penalty: 0, correct: 50, tolerance: 0 },
		prompt: say(
			"The warehouse is 20 minutes away, the client 15 minutes from there, and collecting the kit takes 5. You want to be 10 minutes early. How many minutes before the start do you leave?",
			"До склада 20 минут, оттуда до клиента 15, получить набор — 5 минут. Вы хотите прийти на 10 минут раньше. За сколько минут до начала надо выйти?",
		),
		traits: about({ speed: 1, patience: 1 }),
	},
	{
		...{ kind: "number", key: "jump", points: 5, penalty: 0, correct: 1.8, tolerance: 0.05 },
		prompt: say(
			"You jump six times as high as you are tall, and you are 30 centimetres tall. How high do you jump, in metres?",
			"Вы прыгаете вшестеро выше своего роста, а рост у вас 30 сантиметров. На какую высоту вы прыгнете, в метрах?",
		),
		traits: about({ climbing: 2 }),
	},
	{
		...{ kind: "number", key: "naps", points: 5, penalty: 0, correct: 7, tolerance: 0 },
		prompt: say(
			"A working day has 10 hours. Three jobs take an hour each. How many hours are left for naps?",
			"В рабочем дне 10 часов. Три заказа занимают по часу. Сколько часов остаётся на сон?",
		),
		traits: about({ napping: 2 }),
	},
];

const looking: Question[] = [
	{
		...{ kind: "multiple", key: "signs", points: 6, penalty: 1, scoring: "each" },
		prompt: say(
			"Which of these say that a mouse has been here tonight?",
			"Что из этого говорит, что ночью здесь была мышь?",
		),
		options: choices(
			["gnawed", "Fresh gnaw marks on the skirting board", "Свежие следы зубов на плинтусе"],
			["tracks", "Tiny tracks in the flour", "Крошечные следы в муке"],
			["smell", "A smell that was not there yesterday", "Запах, которого вчера не было"],
			["cold", "It is colder than yesterday", "Стало холоднее, чем вчера"],
			["clock", "The clock has stopped", "Остановились часы"],
		),
		correct: ["gnawed", "tracks", "smell"],
		traits: about({ hunting: 2 }),
	},
	{
		...{ kind: "order", key: "stealth", points: 6, penalty: 1, scoring: "pairs" },
		prompt: say("From the quietest way to the loudest.", "От самого тихого пути к самому громкому."),
		items: choices(
			["carpet", "Over the carpet, at a walk", "Шагом по ковру"],
			["wood", "Over old floorboards, at a walk", "Шагом по старым половицам"],
			["run", "Over old floorboards, at a run", "Бегом по старым половицам"],
			["pans", "Along the shelf with the pans", "По полке со сковородками"],
		),
		traits: about({ stealth: 2 }),
	},
];

const reacting: Question[] = [
	{
		...{ kind: "reaction", key: "mouse", points: 10, rounds: 5, fullMs: 320, zeroMs: 1100 },
		prompt: say(
			"A mouse comes out of its hole now and then. Press as soon as it is there, and not before.",
			"Мышь иногда выглядывает из норы. Жмите, как только она появится, и не раньше.",
		),
		traits: about({ speed: 3, hunting: 1 }),
	},
];

/** How quickly and how exactly one looks. */
export const quickEyes: TestContent = {
	title: say("Quick eyes", "Быстрый глаз"),
	intro: say(
		"Some counting, some looking, and one task against the clock. A sheet of paper is allowed.",
		"Немного счёта, немного внимания и одно задание на скорость. Листок бумаги можно.",
	),
	minutes: 15,
	sections: [
		{
			...{ key: "counting", title: say("Counting", "Счёт"), intro: say("", "") },
			...{ minutes: 7, pick: 3, shuffle: true, questions: counting },
		},
		{
			...{ key: "looking", title: say("Looking", "Внимание"), intro: say("", "") },
			...{ minutes: null, pick: null, shuffle: true, questions: looking },
		},
		{
			...{ key: "reacting", title: say("Reaction", "Реакция") },
			intro: say(
				"One go. Put your paw on the mouse, the screen or the space bar before you start.",
				"Одна попытка. Прежде чем начать, положите лапу на мышь, экран или пробел.",
			),
			...{ minutes: null, pick: null, shuffle: false, questions: reacting },
		},
	],
};
