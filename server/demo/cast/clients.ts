import type { DemoClient } from "../people";

type Given = Pick<DemoClient, "name" | "locale" | "address"> & Partial<DemoClient>;

/** Phones count on from one to the next, so that no two are alike. */
const client = (given: Given, index: number): DemoClient => ({
	email: `${(given.name.split(" ")[0] ?? "").toLowerCase()}@happycatbox.example`,
	phone: `+7999000${String(1000 + index)}`,
	roles: ["client"],
	...given,
});

/** Testers of Happy Cat Box who were there from the beginning. */
const first: Given[] = [
	{ name: "Murka Whisker", locale: "en", address: "Milk Lane 4", persona: "loyal-client", paidBefore: 1_200_000n },
	{ name: "Pushok Velvet", locale: "en", address: "Cushion Street 9", persona: "new-client", keepsStill: true },
	{ name: "Ryzhik Amber", locale: "ru", address: "Набережная, 12", persona: "busy-client", paidBefore: 3_500_000n },
	{ name: "Snezhinka Frost", locale: "ru", address: "Садовая, 7" },
	{
		name: "Dymka Grey",
		locale: "en",
		address: "Top of the Hill 1",
		note: "The bell is at paw height",
		paidBefore: 8_000_001n,
	},
];

const more: Given[] = [
	{ name: "Vasilek Clover", locale: "ru", address: "Липовая аллея, 3", pays: "transfer", note: "Домофон 21" },
	{ name: "Busya Button", locale: "en", address: "Button Court 2", pays: "late" },
	{
		name: "Simba Golding",
		locale: "en",
		address: "Savannah Road 18",
		note: "Mind the dog, he is harmless",
		paidBefore: 694_000n,
	},
	{ name: "Kuzma Ledge", locale: "ru", address: "Подоконная, 5", pays: "refused" },
	{ name: "Lapka Soft", locale: "ru", address: "Мягкая, 14, кв. 8" },
	{ name: "Marquis Lovat", locale: "en", address: "Castle Rise 1", pays: "transfer", note: "Use the servants' flap" },
	{ name: "Mysha Moon", locale: "en", address: "Moonshine Mews 6" },
	{ name: "Bantik Ribbon", locale: "ru", address: "Ленточный переулок, 2", pays: "forgets" },
	{ name: "Chernysh Coal", locale: "ru", address: "Угольная, 31", note: "Вход со двора", paidBefore: 1_516_000n },
	{ name: "Ptashka Finch", locale: "en", address: "Feeder Lane 11", pays: "refused" },
	{ name: "Zefir Cloud", locale: "ru", address: "Облачная, 40" },
	{
		name: "Klyopa Crumb",
		locale: "ru",
		address: "Хлебный переулок, 7",
		pays: "late",
		note: "Не звонить, спит ребёнок",
	},
	{ name: "Persik Plum", locale: "en", address: "Orchard Way 23" },
	{ name: "Tuman Misty", locale: "en", address: "Fog Street 5", pays: "transfer" },
	{ name: "Iriska Toffee", locale: "ru", address: "Кондитерская, 9", paidBefore: 2_338_000n },
	{ name: "Basta Stop", locale: "en", address: "Terminal Road 77", pays: "refused" },
	{ name: "Gosha Barrel", locale: "ru", address: "Бочарная, 16" },
	{ name: "Yasha Window", locale: "en", address: "Sunny Sill 3", note: "Second window from the left" },
	{ name: "Nochka Night", locale: "ru", address: "Тихая, 1", pays: "transfer", note: "После заката света нет" },
	{ name: "Ogonyok Spark", locale: "en", address: "Hearth Lane 8" },
	{ name: "Ponchik Round", locale: "ru", address: "Пекарская, 25", paidBefore: 3_160_000n },
	{
		name: "Shaika Pack",
		locale: "en",
		address: "Three Cats Yard 3",
		pays: "refused",
		note: "We are three, knock loudly",
	},
	{ name: "Umka White", locale: "ru", address: "Северная, 60" },
	{ name: "Fantik Rustle", locale: "en", address: "Wrapper Street 12", pays: "forgets" },
	{ name: "Khalva Honey", locale: "ru", address: "Базарная, 4" },
	{ name: "Tsapa Nail", locale: "ru", address: "Гвоздевая, 13", pays: "refused" },
	{ name: "Sharik Ball", locale: "en", address: "Yarn Hill 20", paidBefore: 3_982_000n },
	{ name: "Elka Fir", locale: "ru", address: "Еловая, 2", note: "Ёлку не ронять, уже роняли" },
	{ name: "Asya Silken", locale: "en", address: "Mulberry Walk 10", pays: "transfer" },
	{ name: "Bublik Ring", locale: "ru", address: "Кольцевая, 8" },
	{ name: "Vesta Hearth", locale: "en", address: "Chimney Corner 5", pays: "late" },
	{ name: "Graf Stately", locale: "ru", address: "Дворцовая, 1", note: "Доложить у входа" },
	{ name: "Juzha Tiger", locale: "en", address: "Stripe Street 33", paidBefore: 4_804_000n },
	{ name: "Lipa Linden", locale: "ru", address: "Липовая аллея, 19", pays: "refused" },
	{ name: "Sonya Doze", locale: "en", address: "Pillow Place 7", note: "Please do not wake me" },
];

export const clients: readonly DemoClient[] = [...first, ...more].map(client);
/** How many of them the still company has. */
export const FIRST_CLIENTS = first.length;
