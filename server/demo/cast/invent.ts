import { breeds, coats } from "@/server/contexts/hiring/contracts";
import type { Cast, DemoClient, DemoWorker } from "../people";
import { lotsOf } from "../simulation/lots";
import { clients } from "./clients";
import { staff } from "./staff";
import { workers } from "./workers";

const traits = ["scratching", "jar-tossing", "climbing", "hunting", "stealth", "speed", "patience"];
const moreTraits = ["napping", "purring", "singing", "box-sitting", "tidiness"];

type Size = { clients: number; workers: number; seed: string };

/** A company of any size: the demo's own cats first, then as many more as are asked for, the same for the same seed. */
export const inventCast = ({ clients: some, workers: others, seed }: Size): Cast => ({
	clients: Array.from({ length: some }, (_, index) => clients[index] ?? inventClient(seed, index)),
	workers: Array.from({ length: others }, (_, index) => workers[index] ?? inventWorker(seed, index)),
	staff,
});

const firstNames = [...clients, ...workers].map(({ name }) => name.split(" ")[0] ?? name);
const lastNames = [...clients, ...workers].map(({ name }) => name.split(" ")[1] ?? name);

function invented(seed: string, kind: string, index: number) {
	const lots = lotsOf(seed, "invented", kind, index);
	const locale: "en" | "ru" = lots.chance(0.5) ? "en" : "ru";
	return {
		lots,
		person: {
			name: `${lots.pick(firstNames)} ${lots.pick(lastNames)}`,
			email: `${kind}-${index + 1}@cats.example`,
			phone: `+7998${String(1_000_000 + index)}`,
			locale,
		},
	};
}

function inventClient(seed: string, index: number): DemoClient {
	const { lots, person } = invented(seed, "client", index);
	const { address } = lots.pick(clients.filter(({ locale }) => locale === person.locale));
	const paidBefore = lots.chance(0.15) ? BigInt(lots.between(500_000, 9_000_000)) : undefined;
	return { ...person, roles: ["client"], address, ...(paidBefore && { paidBefore }) };
}

function inventWorker(seed: string, index: number): DemoWorker {
	const { lots, person } = invented(seed, "worker", index);
	return {
		...person,
		age: lots.between(1, 12),
		breed: lots.pick(breeds),
		coat: lots.pick(coats),
		strengths: [
			{ trait: lots.pick(traits), level: lots.between(2, 5) },
			{ trait: lots.pick(moreTraits), level: lots.between(2, 5) },
		],
		weaknesses: [],
		account: `GH-CAT-${index + 1}`,
	};
}
