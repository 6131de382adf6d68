import type { Role } from "@/server/kernel/actor";

/** Somebody of the demo company. Whoever has a `persona` is offered on the sign-in page. */
export type DemoPerson = {
	name: string;
	email: string;
	phone: string;
	locale: "en" | "ru";
	roles: Role[];
	persona?: PersonaKey;
	/** In hundredths: what this client had paid before the company moved to this system. */
	paidBefore?: bigint;
};

/** Every worker is offered: a visitor wants to be whoever was sent. */
export const personaKeys = [
	"loyal-client",
	"new-client",
	"barsik",
	"tisha",
	"rysya",
	"bogatyr",
	"siama",
	"sizy",
	"warehouse",
	"manager",
	"admin",
] as const;
export type PersonaKey = (typeof personaKeys)[number];

const at = (name: string) => `${name}@happycatbox.example`;

/** Everybody but the workers, whom hiring brings. */
export const staffAndClients: DemoPerson[] = [
	{
		name: "Murka Whisker",
		email: at("murka"),
		phone: "+79990000001",
		locale: "en",
		roles: ["client"],
		persona: "loyal-client",
		paidBefore: 1_200_000n,
	},
	{
		name: "Pushok Velvet",
		email: at("pushok"),
		phone: "+79990000002",
		locale: "en",
		roles: ["client"],
		persona: "new-client",
	},
	{
		name: "Ryzhik Amber",
		email: at("ryzhik"),
		phone: "+79990000003",
		locale: "ru",
		roles: ["client"],
		paidBefore: 3_500_000n,
	},
	{ name: "Snezhinka Frost", email: at("snezhinka"), phone: "+79990000004", locale: "ru", roles: ["client"] },
	{
		name: "Dymka Grey",
		email: at("dymka"),
		phone: "+79990000005",
		locale: "en",
		roles: ["client"],
		paidBefore: 8_000_001n,
	},
	{
		name: "Marfa Shelf",
		email: at("marfa"),
		phone: "+79990000011",
		locale: "en",
		roles: ["warehouse"],
		persona: "warehouse",
	},
	{
		name: "Leopold Keen",
		email: at("leopold"),
		phone: "+79990000021",
		locale: "en",
		roles: ["manager"],
		persona: "manager",
	},
	{ name: "Vasilisa Wise", email: at("vasilisa"), phone: "+79990000022", locale: "ru", roles: ["manager"] },
	{
		name: "Matroskin Order",
		email: at("matroskin"),
		phone: "+79990000031",
		locale: "en",
		roles: ["admin"],
		persona: "admin",
	},
];

type Level = { trait: string; level: number };

export type DemoWorker = {
	name: string;
	email: string;
	phone: string;
	locale: "en" | "ru";
	age: number;
	breed: "siberian" | "british" | "bengal" | "maine-coon" | "siamese" | "russian-blue" | "mixed" | "scottish-fold";
	coat: "ginger" | "black" | "white" | "grey" | "cream" | "brown" | "chocolate" | "lilac";
	strengths: Level[];
	weaknesses: Level[];
	persona: PersonaKey;
};

/** In pairs of a trait and its level. */
const levels = (...pairs: [trait: string, level: number][]): Level[] =>
	pairs.map(([trait, level]) => ({ trait, level }));

const worker = (
	[name, persona, phone]: [name: string, persona: PersonaKey, phone: string],
	look: Pick<DemoWorker, "age" | "breed" | "coat">,
	strengths: Level[],
	weaknesses: Level[],
): DemoWorker => ({
	name,
	email: `${persona}@makecatsfree.example`,
	phone,
	locale: "en",
	...look,
	strengths,
	weaknesses,
	persona,
});

export const workers: DemoWorker[] = [
	worker(
		["Barsik Swift", "barsik", "+79990000101"],
		{ age: 4, breed: "siberian", coat: "ginger" },
		levels(["scratching", 5], ["speed", 4]),
		levels(["patience", 2]),
	),
	worker(
		["Tisha Calm", "tisha", "+79990000102"],
		{ age: 6, breed: "british", coat: "grey" },
		levels(["patience", 5], ["purring", 4], ["tidiness", 3]),
		levels(["speed", 2]),
	),
	worker(
		["Rysya Leap", "rysya", "+79990000103"],
		{ age: 3, breed: "bengal", coat: "brown" },
		levels(["climbing", 5], ["jar-tossing", 4]),
		levels(["tidiness", 3]),
	),
	worker(
		["Bogatyr Broad", "bogatyr", "+79990000104"],
		{ age: 5, breed: "maine-coon", coat: "cream" },
		levels(["jar-tossing", 5], ["scratching", 3]),
		levels(["stealth", 2]),
	),
	worker(
		["Siama Silk", "siama", "+79990000105"],
		{ age: 2, breed: "siamese", coat: "chocolate" },
		levels(["singing", 5], ["tidiness", 3]),
		[],
	),
	worker(
		["Sizy Mist", "sizy", "+79990000106"],
		{ age: 7, breed: "russian-blue", coat: "lilac" },
		levels(["stealth", 5], ["napping", 3], ["purring", 2]),
		levels(["singing", 1]),
	),
];
