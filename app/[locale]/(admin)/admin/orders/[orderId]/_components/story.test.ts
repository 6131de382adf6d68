import { describe, expect, it } from "vitest";
import { storyOf, wordsOf } from "./story";

const event = (name: string, at: string) => ({
	...{ id: `${name} ${at}`, name, meaning: name, at: new Date(at), recordedAt: new Date(at) },
	...{ actor: null, cause: null, data: {} },
});
const mail = (createdAt: string, status: "sent" | "failed") => ({
	...{ id: createdAt, template: "order-placed", recipientName: "Murka", email: "murka@cats.example" },
	...{
		locale: "en" as const,
		subject: "Your order",
		orderId: null,
		status,
		createdAt: new Date(createdAt),
		attempts: [],
	},
});

describe("the story of an order", () => {
	it("holds what happened and the mails about it, oldest first, each by its teller", () => {
		const story = storyOf(
			[event("ordering/order.placed", "2026-11-24T10:00:00Z"), event("execution/job.failed", "2026-11-24T12:00:00Z")],
			[mail("2026-11-24T10:00:00Z", "sent"), mail("2026-11-24T12:00:00Z", "failed")],
		);
		expect(story.map(({ kind, teller, tone }) => [kind, teller, tone])).toEqual([
			["event", "ordering", "neutral"],
			["mail", "notifications", "neutral"],
			["event", "execution", "bad"],
			["mail", "notifications", "bad"],
		]);
	});

	it("keeps what a context tells that nobody here knows yet", () => {
		expect(storyOf([event("quality/review.opened", "2026-11-24T10:00:00Z")], [])).toMatchObject([{ teller: "other" }]);
	});
});

describe("what was said", () => {
	it.each([
		[{ words: "A thorn in my paw", reason: "gave-up" }, "A thorn in my paw"],
		[{ words: "", reason: "no-show" }, null],
		[{ reason: "Wrong day, sorry" }, "Wrong day, sorry"],
		[{ reason: "Ошибка" }, "Ошибка"],
		[{}, null],
	])("of %j is %j", (data, said) => {
		expect(wordsOf(data)).toBe(said);
	});
});
