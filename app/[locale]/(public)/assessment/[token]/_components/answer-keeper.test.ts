import { describe, expect, it } from "vitest";
import type { AnswerValue } from "@/server/contexts/hiring/contracts/taking";
import { type Kept, keepAnswers } from "./answer-keeper";

const number = (given: number): AnswerValue => ({ kind: "number", number: given });

/** A server as ours is: the larger sequence wins. */
function aServer() {
	const kept = new Map<string, Kept>();
	const server = { away: false, closed: false, calls: 0, kept };
	const send = async ({ answers }: { answers: Kept[] }) => {
		server.calls++;
		await Promise.resolve();
		if (server.away) throw new TypeError("Failed to fetch");
		if (server.closed) throw new Error("tests.closed");
		for (const answer of answers) {
			if ((kept.get(answer.question)?.sequence ?? 0) < answer.sequence) kept.set(answer.question, answer);
		}
		return { kept: [...kept.values()] };
	};
	return { server, send };
}

function aDevice({ send }: Pick<ReturnType<typeof aServer>, "send">, clock: { now: number }, stored = { text: "" }) {
	const keeper = keepAnswers({
		...{ send, now: () => clock.now, isAway: (error: unknown) => error instanceof TypeError, onChange: () => {} },
		store: {
			read: () => stored.text || null,
			write: (text) => {
				stored.text = text ?? "";
			},
		},
	});
	return { keeper, stored };
}

describe("answers", () => {
	it("are sent, and are in the browser no longer than until then", async () => {
		const it = aServer();
		const { keeper, stored } = aDevice(it, { now: 1000 });
		keeper.answer("q", number(1));
		expect(stored.text).toContain("q");
		expect(await keeper.flush()).toBe(true);
		expect(it.server.kept.get("q")?.value).toEqual(number(1));
		expect([keeper.state(), stored.text]).toEqual(["saved", ""]);
	});

	it("outlive a cut network and a reload, and arrive when the network is back", async () => {
		const it = aServer();
		const clock = { now: 1000 };
		const before = aDevice(it, clock);
		it.server.away = true;
		before.keeper.answer("q", number(1));
		before.keeper.note({ kind: "left", question: null, size: 4, at: new Date(0) });
		expect(await before.keeper.flush()).toBe(false);
		expect(before.keeper.state()).toBe("waiting");
		const after = aDevice(it, clock, before.stored);
		expect(after.keeper.answerTo("q")).toEqual(number(1));
		it.server.away = false;
		expect(await after.keeper.flush()).toBe(true);
		expect(it.server.kept.get("q")?.value).toEqual(number(1));
	});

	it("count by when they were given, not by when they arrive", async () => {
		const it = aServer();
		const clock = { now: 1000 };
		const [phone, laptop] = [aDevice(it, clock), aDevice(it, clock)];
		it.server.away = true;
		phone.keeper.answer("q", number(1));
		await phone.keeper.flush();
		it.server.away = false;
		clock.now = 2000;
		laptop.keeper.answer("q", number(2));
		await laptop.keeper.flush();
		await phone.keeper.flush();
		expect(it.server.kept.get("q")?.value).toEqual(number(2));
		expect(phone.keeper.answerTo("q")).toEqual(number(2));
	});

	it("that follow what another device has sent are newer, whatever this device's clock says", async () => {
		const it = aServer();
		const clock = { now: 9000 };
		const ahead = aDevice(it, clock);
		ahead.keeper.answer("q", number(1));
		await ahead.keeper.flush();
		const slow = aDevice(it, { now: 10 });
		slow.keeper.learn([...it.server.kept.values()]);
		slow.keeper.answer("q", number(2));
		await slow.keeper.flush();
		expect(it.server.kept.get("q")?.value).toEqual(number(2));
	});

	it("given while others are on their way are sent after them, none twice at once", async () => {
		const it = aServer();
		const { keeper } = aDevice(it, { now: 1000 });
		keeper.answer("q", number(1));
		const first = keeper.flush();
		keeper.answer("q", number(2));
		await Promise.all([first, keeper.flush()]);
		expect(it.server.calls).toBe(2);
		expect(it.server.kept.get("q")?.value).toEqual(number(2));
	});

	it("that come too late are said to", async () => {
		const it = aServer();
		const { keeper } = aDevice(it, { now: 1000 });
		it.server.closed = true;
		keeper.answer("q", number(1));
		expect(await keeper.flush()).toBe(false);
		expect(keeper.state()).toBe("closed");
	});
});
