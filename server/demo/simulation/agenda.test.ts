import { describe, expect, it } from "vitest";
import type { Act } from "./act";
import { Agenda } from "./agenda";
import { lotsOf } from "./lots";

const act = (minute: number, name: string): Act => ({
	at: new Date(minute * 60_000),
	name,
	who: "murka@happycatbox.example",
	perform: async () => {},
});

const all = (agenda: Agenda): string[] => {
	const names: string[] = [];
	for (let next = agenda.takeFirst(); next; next = agenda.takeFirst()) names.push(next.name);
	return names;
};

describe("an agenda", () => {
	it("gives what was meant for the soonest first, and at one instant goes by the names, however it was filled", () => {
		const lots = lotsOf("agenda");
		const acts = Array.from({ length: 300 }, (_, index) => act(lots.between(0, 40), `act ${index}`));
		const sorted = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.name < b.name ? -1 : 1));
		const agenda = new Agenda();
		agenda.add(acts);
		expect(all(agenda)).toEqual(sorted.map(({ name }) => name));
		const other = new Agenda();
		for (const one of [...acts].reverse()) other.add([one]);
		expect(all(other)).toEqual(sorted.map(({ name }) => name));
	});

	it("takes nothing down twice, not even after it was done", () => {
		const agenda = new Agenda();
		agenda.add([act(1, "rate"), act(2, "rate")]);
		expect(all(agenda)).toEqual(["rate"]);
		agenda.add([act(3, "rate")]);
		expect(agenda.first()).toBeUndefined();
	});
});
