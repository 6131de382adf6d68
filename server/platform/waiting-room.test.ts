import { describe, expect, it } from "vitest";
import { makeWaitingRoom } from "./waiting-room";

const began = new Date("2026-11-23T10:00:00Z");
const later = (seconds: number) => new Date(began.getTime() + seconds * 1000);
const room = (given = {}) => makeWaitingRoom({ atOnce: 2, ofOneGroup: 2, longest: 3, patienceMs: 10_000, ...given });
const place = (admission: ReturnType<ReturnType<typeof room>["enter"]>) =>
	admission.admitted ? "inside" : admission.place;

describe("the waiting room", () => {
	it("lets in as many as can be served, and tells the others their place", () => {
		const { enter } = room();
		expect(["a", "b", "c", "d"].map((ticket) => place(enter(ticket, ticket, began)))).toEqual([
			"inside",
			"inside",
			1,
			2,
		]);
	});

	it("keeps the order: who has waited longest comes first, whoever asks first", () => {
		const { enter } = room({ atOnce: 1 });
		const first = enter("a", "a", began);
		enter("b", "b", began);
		enter("c", "c", began);
		if (first.admitted) first.leave();
		expect(place(enter("d", "d", later(1)))).toBe(3);
		expect(place(enter("c", "c", later(1)))).toBe(2);
		expect(place(enter("b", "b", later(1)))).toBe("inside");
		expect(place(enter("c", "c", later(2)))).toBe(1);
	});

	it("forgets who does not ask again", () => {
		const { enter, size } = room({ atOnce: 1 });
		enter("a", "a", began);
		enter("b", "b", began);
		expect(place(enter("c", "c", later(9)))).toBe(2);
		expect(place(enter("c", "c", later(11)))).toBe(1);
		expect(size()).toEqual({ inside: 1, waiting: 1 });
	});

	it("is not filled by one network", () => {
		const { enter } = room({ atOnce: 3, ofOneGroup: 1 });
		expect(place(enter("a", "flood", began))).toBe("inside");
		expect(place(enter("b", "flood", began))).toBe(1);
		expect(place(enter("c", "honest", began))).toBe("inside");
	});

	it("has no place for a second one of a network that keeps others waiting", () => {
		const { enter } = room({ atOnce: 3, ofOneGroup: 1, longest: 100 });
		enter("a", "flood", began);
		for (let index = 0; index < 50; index++) enter(`junk ${index}`, "flood", began);
		expect(place(enter("honest", "honest", began))).toBe("inside");
	});

	it("has an end, and lets no ticket in twice", () => {
		const { enter } = room({ atOnce: 1, longest: 1 });
		enter("a", "a", began);
		expect(place(enter("a", "a", began))).toBe(1);
		enter("b", "b", began);
		expect(place(enter("c", "c", began))).toBeNull();
	});
});
