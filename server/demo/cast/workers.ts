import type { TraitLevel } from "@/server/contexts/hiring/contracts";
import type { DemoWorker } from "../people";

type Given = Pick<DemoWorker, "name" | "locale" | "age" | "breed" | "coat" | "strengths" | "weaknesses">;

/** In pairs of a trait and its level. */
const levels = (...pairs: [trait: string, level: number][]): TraitLevel[] =>
	pairs.map(([trait, level]) => ({ trait, level }));

/** Every worker is offered: a visitor wants to be whoever was sent. */
const worker = (given: Given, index: number): DemoWorker => {
	const persona = (given.name.split(" ")[0] ?? "").toLowerCase();
	const number = String(1000 + index);
	const account = `GH-${index === CLOSED_ACCOUNT ? "REJECT" : persona.toUpperCase()}-${number}`;
	return { ...given, persona, email: `${persona}@makecatsfree.example`, phone: `+7999100${number}`, account };
};

/** Whose account Gold Hat has closed: a payout comes back, until somebody mends it. */
const CLOSED_ACCOUNT = 7;

const first: Given[] = [
	{
		name: "Barsik Swift",
		locale: "en",
		age: 4,
		breed: "siberian",
		coat: "ginger",
		strengths: levels(["scratching", 5], ["speed", 4]),
		weaknesses: levels(["patience", 2]),
	},
	{
		name: "Tisha Calm",
		locale: "en",
		age: 6,
		breed: "british",
		coat: "grey",
		strengths: levels(["patience", 5], ["purring", 4], ["tidiness", 3]),
		weaknesses: levels(["speed", 2]),
	},
	{
		name: "Rysya Leap",
		locale: "en",
		age: 3,
		breed: "bengal",
		coat: "brown",
		strengths: levels(["climbing", 5], ["jar-tossing", 4]),
		weaknesses: levels(["tidiness", 3]),
	},
	{
		name: "Bogatyr Broad",
		locale: "en",
		age: 5,
		breed: "maine-coon",
		coat: "cream",
		strengths: levels(["jar-tossing", 5], ["scratching", 3]),
		weaknesses: levels(["stealth", 2]),
	},
	{
		name: "Siama Silk",
		locale: "en",
		age: 2,
		breed: "siamese",
		coat: "chocolate",
		strengths: levels(["singing", 5], ["tidiness", 3]),
		weaknesses: [],
	},
	{
		name: "Sizy Mist",
		locale: "en",
		age: 7,
		breed: "russian-blue",
		coat: "lilac",
		strengths: levels(["stealth", 5], ["napping", 3], ["purring", 2]),
		weaknesses: levels(["singing", 1]),
	},
];

const more: Given[] = [
	{
		name: "Agata Stone",
		locale: "ru",
		age: 5,
		breed: "persian",
		coat: "white",
		strengths: levels(["napping", 5], ["purring", 4]),
		weaknesses: levels(["speed", 3]),
	},
	{
		name: "Bonya Bell",
		locale: "en",
		age: 3,
		breed: "mixed",
		coat: "ginger",
		strengths: levels(["singing", 4], ["speed", 3]),
		weaknesses: levels(["stealth", 3]),
	},
	{
		name: "Venya Volt",
		locale: "en",
		age: 2,
		breed: "sphynx",
		coat: "cream",
		strengths: levels(["speed", 5], ["climbing", 4]),
		weaknesses: levels(["napping", 4]),
	},
	{
		name: "Glasha Clear",
		locale: "ru",
		age: 4,
		breed: "mixed",
		coat: "white",
		strengths: levels(["tidiness", 5], ["patience", 3]),
		weaknesses: levels(["jar-tossing", 2]),
	},
	{
		name: "Dobrynya Oak",
		locale: "ru",
		age: 8,
		breed: "siberian",
		coat: "brown",
		strengths: levels(["patience", 4], ["box-sitting", 4]),
		weaknesses: levels(["speed", 2]),
	},
	{
		name: "Zhuzha Hum",
		locale: "en",
		age: 3,
		breed: "scottish-fold",
		coat: "grey",
		strengths: levels(["purring", 5], ["box-sitting", 3]),
		weaknesses: levels(["climbing", 3]),
	},
	{
		name: "Kasyan Fold",
		locale: "en",
		age: 6,
		breed: "scottish-fold",
		coat: "lilac",
		strengths: levels(["box-sitting", 5], ["napping", 3]),
		weaknesses: levels(["hunting", 2]),
	},
	{
		name: "Lada Light",
		locale: "ru",
		age: 4,
		breed: "british",
		coat: "cream",
		strengths: levels(["purring", 4], ["tidiness", 4]),
		weaknesses: [],
	},
	{
		name: "Milorad Claw",
		locale: "en",
		age: 5,
		breed: "bengal",
		coat: "ginger",
		strengths: levels(["hunting", 5], ["scratching", 4]),
		weaknesses: levels(["patience", 2]),
	},
	{
		name: "Nika Quick",
		locale: "en",
		age: 2,
		breed: "mixed",
		coat: "black",
		strengths: levels(["speed", 4], ["jar-tossing", 4]),
		weaknesses: [],
	},
	{
		name: "Orlik Height",
		locale: "ru",
		age: 4,
		breed: "mixed",
		coat: "grey",
		strengths: levels(["climbing", 4], ["hunting", 3]),
		weaknesses: levels(["purring", 2]),
	},
	{
		name: "Pelageya Warm",
		locale: "ru",
		age: 9,
		breed: "persian",
		coat: "chocolate",
		strengths: levels(["napping", 4], ["patience", 4]),
		weaknesses: levels(["speed", 4]),
	},
	{
		name: "Ruslan Bass",
		locale: "en",
		age: 6,
		breed: "maine-coon",
		coat: "black",
		strengths: levels(["singing", 4], ["scratching", 2]),
		weaknesses: levels(["stealth", 3]),
	},
	{
		name: "Stesha Tread",
		locale: "en",
		age: 3,
		breed: "russian-blue",
		coat: "grey",
		strengths: levels(["stealth", 4], ["tidiness", 4]),
		weaknesses: [],
	},
	{
		name: "Timofey Box",
		locale: "ru",
		age: 7,
		breed: "british",
		coat: "chocolate",
		strengths: levels(["box-sitting", 4], ["patience", 3]),
		weaknesses: levels(["singing", 2]),
	},
	{
		name: "Ulyana Thread",
		locale: "en",
		age: 4,
		breed: "siamese",
		coat: "cream",
		strengths: levels(["hunting", 4], ["singing", 3]),
		weaknesses: levels(["patience", 1]),
	},
	{
		name: "Foma Doubt",
		locale: "en",
		age: 5,
		breed: "mixed",
		coat: "brown",
		strengths: levels(["patience", 3], ["stealth", 3]),
		weaknesses: levels(["jar-tossing", 3]),
	},
	{
		name: "Kharlam Rasp",
		locale: "ru",
		age: 6,
		breed: "siberian",
		coat: "black",
		strengths: levels(["scratching", 4], ["napping", 2]),
		weaknesses: levels(["tidiness", 4]),
	},
	{
		name: "Yarik Comet",
		locale: "en",
		age: 1,
		breed: "sphynx",
		coat: "white",
		strengths: levels(["speed", 5], ["jar-tossing", 3]),
		weaknesses: levels(["box-sitting", 3]),
	},
];

export const workers: readonly DemoWorker[] = [...first, ...more].map(worker);
/** How many of them the still company has. */
export const FIRST_WORKERS = first.length;
