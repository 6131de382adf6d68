type Said = { en: string[]; ru: string[] };

/** What clients ask for, by service. */
export const wishes: Record<string, Said> & { sofa: Said } = {
	sofa: {
		en: [
			"The left armrest first, please. It was the favourite of the one before me.",
			"It is a leather sofa. Enjoy.",
			"Deep, even lines. My humans think that a cover helps.",
			"Only the back, where the guests look.",
			"Corner sofa, six seats. Take your time.",
		],
		ru: [
			"Сначала левый подлокотник, пожалуйста.",
			"Диван новый, в плёнке. Плёнку можно не снимать.",
			"Ровно и глубоко. Хозяева надеются на чехол.",
			"Только спинку, ту, что видно гостям.",
			"Угловой, на шесть мест. Не торопитесь.",
		],
	},
	glasses: {
		en: [
			"Everything from the top shelf, slowly.",
			"Only the blue ones.",
			"One glass each half hour, so that they come running every time.",
			"The vase, too, if you get to it.",
			"Please look them in the eyes.",
		],
		ru: [
			"Всё с верхней полки.",
			"Только хрусталь, его жалко больше всего.",
			"По одному в полчаса, чтобы каждый раз прибегали.",
			"Вазу тоже, если дотянетесь.",
			"Пожалуйста, смотрите прямо в глаза.",
		],
	},
	boxes: {
		en: [
			"Three boxes, one with a surprise.",
			"A very small one. I want to know whether it can be done.",
			"The big one from the fridge came yesterday.",
			"Shoe boxes, a dozen. All look too small, none is.",
		],
		ru: [
			"Три коробки, одна с сюрпризом.",
			"Очень маленькая. Хочу знать, возможно ли это.",
			"Вчера привезли большую, из-под холодильника.",
			"Дюжина обувных. Кажутся малы, но вы попробуйте.",
		],
	},
	lap: {
		en: [
			"Two guests, one of them ticklish.",
			"Grandmother comes to stay. She knits, mind the yarn.",
			"He says that he has to go every ten minutes. He shall not.",
			"A lap in a woollen skirt, very comfortable.",
		],
		ru: [
			"Двое гостей, один боится щекотки.",
			"Приедет бабушка. Она вяжет, осторожнее с клубком.",
			"Каждые десять минут говорит, что ему пора. Ему не пора.",
			"Колени в шерстяной юбке, очень уютные.",
		],
	},
	night: {
		en: [
			"Something slow, in minor.",
			"Under the bedroom window, second floor.",
			"All verses, please. They skip them when I sing.",
			"With an encore if a slipper comes.",
		],
		ru: [
			"Что-нибудь протяжное, в миноре.",
			"Под окном второго этажа.",
			"Все куплеты, пожалуйста.",
			"На бис, если прилетит тапок.",
		],
	},
	window: {
		en: [
			"The feeder is on the left. Count the tits, ignore the crows.",
			"Somebody has to chatter at the pigeons while I test.",
			"The neighbours' cat passes at noon. Look away slowly.",
		],
		ru: [
			"Кормушка слева. Синиц считать, ворон не замечать.",
			"Кто-то должен ругаться на голубей, пока я на работе.",
			"В полдень пройдёт соседский кот. Медленно отвернитесь.",
		],
	},
	yarn: {
		en: [
			"Five balls, one blanket nearly finished. Make it a long story.",
			"Through all the chair legs, twice.",
			"The red one only. It has been looking at me.",
		],
		ru: [
			"Пять клубков и почти готовый плед. Сделайте из этого историю.",
			"Вокруг всех ножек стульев, по два раза.",
			"Только красный. Он на меня смотрит.",
		],
	},
};

/** What clients say afterwards, by stars. */
export const opinions: Record<number, Said> = {
	5: {
		en: [
			"Exactly as agreed, and very quiet about it.",
			"I slept through all of it. Wonderful.",
			"A true professional: looked nobody in the eye but the glass.",
			"The humans are still talking about it.",
		],
		ru: [
			"Всё как договаривались, и так тихо.",
			"Я всё проспал. Замечательно.",
			"Настоящий мастер своего дела.",
			"Хозяева до сих пор обсуждают.",
		],
	},
	4: {
		en: ["Good work. A little fast for my taste.", "Very good, but the blanket is now warm from somebody else."],
		ru: ["Хорошая работа, только быстровато.", "Очень хорошо, но плед теперь пахнет не мной."],
	},
	3: {
		en: ["Done, but without love.", "Half of the armrest is as new."],
		ru: ["Сделано, но без души.", "Половина подлокотника как новая."],
	},
	2: { en: ["Came late and left early."], ru: ["Пришёл поздно, ушёл рано."] },
	1: { en: ["Ate from my bowl."], ru: ["Ел из моей миски."] },
};

/** Why a worker can't. */
export const excuses: Said = {
	en: ["A splinter in the paw", "Stuck behind a sofa", "The vet, without warning", "The tram does not run today"],
	ru: ["Заноза в лапе", "Застрял за диваном", "Внезапно повезли к ветеринару", "Трамвай сегодня не ходит"],
};

/** Who would like to work here, and what they say of themselves. */
export const applicants: Record<"names" | "words", { en: string[]; ru: string[] }> = {
	names: {
		en: ["Pumpkin Vale", "Sir Reginald", "Mittens Okafor", "Biscuit Moor", "Duchess Lane", "Tofu Ito", "Pepper Quill"],
		ru: [
			"Кузьма Усов",
			"Маркиза Дымова",
			"Фёдор Лапин",
			"Плюшка Котова",
			"Семён Хвостов",
			"Ириска Белова",
			"Граф Мурло",
		],
	},
	words: {
		en: ["I open any door, also those that open inwards.", "Nobody sits as still as I do.", "Curtains. All curtains."],
		ru: ["Открываю любые двери.", "Могу сидеть неподвижно весь день.", "Прихожу вовремя, даже в дождь."],
	},
};

/** Why a manager decided so. */
export const reasons = {
	cancelled: ["The house is being painted, nobody may enter", "The client asked by phone: the guests do not come"],
	withoutKit: [
		"The kit was left on the shelf; the client has all that is needed",
		"No supplies are needed for this one",
	],
	failed: ["The client called: nobody is at work there", "The wrong door: the neighbour's sofa was scratched"],
	completed: ["The client confirmed by phone, the worker's battery was empty", "The form was signed and came by mail"],
	hadBeenThere: [
		"He had been there in time: the door camera shows it",
		"She was let in, but there is no signal in the cellar",
	],
	bonus: [
		"The client called to say how well it was done",
		"Stayed an hour longer, for the guests would not leave",
		"Took over from a colleague with a splinter",
	],
	greatDeed: ["Three no-shows of others made good on one Sunday", "Taught two new colleagues for a whole week"],
	waived: ["Nobody came, and the guests were there", "The client had told us of the closed gate in time"],
	talked: [
		"Sounds friendly, can come on weekdays, would like to start soon",
		"Has done this for neighbours for years; a little shy on the phone",
		"Knows the tram lines by heart, asks good questions",
	],
	notReached: "Nobody picked up",
	callAgain: "Call again, not before ten",
	against: "The conversation showed more than the tests",
	foundAnother: "Has found a sofa of her own and stays there",
	notDone: ["The form is signed by the worker's own paw", "The client found every glass where it had been"],
};
