import type { ServiceIcon } from "@/server/contexts/ordering/contracts";

type Text = { en: string; ru: string };
type Wanted = { trait: string; weight: number };

const text = (en: string, ru: string): Text => ({ en, ru });

/** Where the demo company works. */
export const zones: { key: string; name: Text }[] = [
	{ key: "old-town", name: text("Old town", "Старый город") },
	{ key: "riverside", name: text("Riverside", "Набережная") },
	{ key: "gardens", name: text("The gardens", "Сады") },
	{ key: "hill", name: text("Cat hill", "Кошачий холм") },
];

export type DemoService = {
	key: string;
	name: Text;
	description: Text;
	icon: ServiceIcon;
	durationMinutes: number;
	/** In hundredths. */
	basePrice: bigint;
	supplies: { name: Text; quantity: number }[];
	traits: Wanted[];
};

/** What the demo company does. */
export const services: DemoService[] = [
	{
		key: "sofa",
		name: text("Sofa scratching", "Царапание дивана"),
		description: text(
			"An even, deep scratch along both armrests, so that the sofa finally looks lived in.",
			"Ровно и глубоко, по обоим подлокотникам: диван наконец станет обжитым.",
		),
		icon: "sofa",
		durationMinutes: 60,
		basePrice: 10_000n,
		supplies: [
			{ name: text("Claw file", "Пилка для когтей"), quantity: 1 },
			{ name: text("Dust sheet", "Чехол от пыли"), quantity: 2 },
		],
		traits: [
			{ trait: "scratching", weight: 5 },
			{ trait: "tidiness", weight: 2 },
		],
	},
	{
		key: "glasses",
		name: text("Dropping glasses", "Сбрасывание стаканов"),
		description: text(
			"Everything on the edge of the table goes down, slowly, with eye contact.",
			"Всё, что стоит на краю стола, окажется внизу. Медленно и глядя в глаза.",
		),
		icon: "glass",
		durationMinutes: 45,
		basePrice: 8_500n,
		supplies: [
			{ name: text("Practice glass", "Тренировочный стакан"), quantity: 6 },
			{ name: text("Dustpan and brush", "Совок и щётка"), quantity: 1 },
		],
		traits: [{ trait: "jar-tossing", weight: 5 }],
	},
	{
		key: "boxes",
		name: text("Testing boxes", "Проверка коробок"),
		description: text(
			"Each new box is sat in until it is certain that it fits.",
			"В каждой новой коробке сидят, пока не станет ясно, что она впору.",
		),
		icon: "box",
		durationMinutes: 90,
		basePrice: 12_000n,
		supplies: [{ name: text("Measuring tape", "Рулетка"), quantity: 1 }],
		traits: [
			{ trait: "box-sitting", weight: 4 },
			{ trait: "patience", weight: 3 },
		],
	},
	{
		key: "lap",
		name: text("Warming a lap", "Согревание коленей"),
		description: text(
			"For guests who stay too long: a cat settles on them, and nobody leaves before the purring ends.",
			"Для засидевшихся гостей: кот ложится на колени, и никто не уходит, пока он мурчит.",
		),
		icon: "armchair",
		durationMinutes: 120,
		basePrice: 15_000n,
		supplies: [
			{ name: text("Warm blanket", "Тёплый плед"), quantity: 1 },
			{ name: text("Lint roller", "Ролик от шерсти"), quantity: 1 },
		],
		traits: [
			{ trait: "purring", weight: 5 },
			{ trait: "napping", weight: 3 },
		],
	},
	{
		key: "night",
		name: text("Singing at night", "Ночные песни"),
		description: text(
			"A long, heartfelt song under the window at a time of your choice.",
			"Долгая душевная песня под окном в удобное вам время.",
		),
		icon: "lamp",
		durationMinutes: 30,
		basePrice: 6_000n,
		supplies: [{ name: text("Throat tea", "Чай для горла"), quantity: 1 }],
		traits: [
			{ trait: "singing", weight: 5 },
			{ trait: "stealth", weight: 2 },
		],
	},
	{
		key: "window",
		name: text("Watching the window", "Дежурство у окна"),
		description: text(
			"Somebody reliable on the sill, who sees every bird and says what he thinks of it.",
			"Надёжный кот на подоконнике: видит каждую птицу и говорит, что о ней думает.",
		),
		icon: "flower",
		durationMinutes: 60,
		basePrice: 7_500n,
		supplies: [{ name: text("Sill cushion", "Подушка на подоконник"), quantity: 1 }],
		traits: [
			{ trait: "patience", weight: 4 },
			{ trait: "hunting", weight: 3 },
		],
	},
	{
		key: "yarn",
		name: text("Tangling yarn", "Запутывание клубков"),
		description: text(
			"Every ball of wool in the house, led once around everything that has legs.",
			"Каждый клубок в доме обойдёт всё, у чего есть ножки.",
		),
		icon: "yarn",
		durationMinutes: 45,
		basePrice: 9_000n,
		supplies: [{ name: text("Spare ball of wool", "Запасной клубок"), quantity: 2 }],
		traits: [
			{ trait: "speed", weight: 4 },
			{ trait: "hunting", weight: 2 },
		],
	},
];
