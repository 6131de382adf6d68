import { describe, expect, it } from "vitest";
import { type Board, cookieNews, isLate, type Kit, newcomers, placeKits, progressOf, withTick } from "./board";

const at = (time: string) => new Date(`2026-12-01T${time}Z`);

const aKit = (kitId: string, given: Partial<Kit> = {}): Kit =>
	({
		kitId,
		orderNumber: 1,
		assignment: 1,
		serviceName: { en: "Napping", ru: "Сон" },
		worker: { workerId: "w", name: "Barsik", breed: "siberian", coat: "red" },
		startsAt: at("10:00:00"),
		dueAt: at("09:15:00"),
		state: "requested",
		column: "new",
		items: [
			{ position: 0, kind: "form", name: null, quantity: 1, ticked: true },
			{ position: 1, kind: "cookie", name: null, quantity: 1, ticked: false },
		],
		cookie: { state: "ordered", expectedAt: at("08:10:00"), givenUp: false },
		issuedAt: null,
		returnDue: false,
		undoMs: 0,
		...given,
	}) as Kit;

const aBoard = (onShelf: Kit[], issued: Kit[] = []): Board => ({
	onShelf,
	issued,
	notShown: { onShelf: 0, issued: 0 },
});
const idsOf = (kits: readonly Kit[]) => kits.map(({ kitId }) => kitId);

describe("the board", () => {
	it("sorts kits into their columns", () => {
		const board = aBoard([aKit("a"), aKit("b", { column: "cookie" }), aKit("c", { column: "ready" })], [aKit("d")]);
		const placed = placeKits(board, () => 0);
		expect(Object.fromEntries(Object.entries(placed).map(([column, kits]) => [column, idsOf(kits)]))).toEqual({
			new: ["a"],
			cookie: ["b"],
			ready: ["c"],
			issued: ["d"],
		});
	});

	it("keeps a kit in its place while its issue can be undone, and moves it afterwards", () => {
		const issued = aKit("b", { column: "ready", startsAt: at("10:30:00"), issuedAt: at("08:00:00"), undoMs: 10_000 });
		const shelf = [
			aKit("a", { column: "ready", startsAt: at("10:00:00") }),
			aKit("c", { column: "ready", startsAt: at("11:00:00") }),
		];
		const during = placeKits(aBoard(shelf, [issued]), ({ undoMs }) => undoMs - 9_000);
		expect([idsOf(during.ready), idsOf(during.issued)]).toEqual([["a", "b", "c"], []]);
		const afterwards = placeKits(aBoard(shelf, [issued]), ({ undoMs }) => undoMs - 10_000);
		expect([idsOf(afterwards.ready), idsOf(afterwards.issued)]).toEqual([["a", "c"], ["b"]]);
	});
});

describe("a new kit", () => {
	it("is one that was nowhere on the board before", () => {
		const [a, b, c] = [aKit("a"), aKit("b"), aKit("c")];
		expect(idsOf(newcomers(aBoard([a]), aBoard([a, b])))).toEqual(["b"]);
		expect(newcomers(aBoard([a, b]), aBoard([b]))).toEqual([]);
		expect(newcomers(aBoard([a], [c]), aBoard([a, c]))).toEqual([]);
	});
});

describe("a tick", () => {
	it("shows at once on that thing of that kit only", () => {
		const board = withTick(aBoard([aKit("a"), aKit("b")]), "a", 1, true);
		expect(board.onShelf.map((kit) => progressOf(kit))).toEqual([
			{ done: 2, total: 2 },
			{ done: 1, total: 2 },
		]);
	});
});

describe("lateness", () => {
	it("begins when the kit is due, and ends when it is handed out", () => {
		expect(isLate(aKit("a"), at("09:14:59"))).toBe(false);
		expect(isLate(aKit("a"), at("09:15:00"))).toBe(true);
		expect(isLate(aKit("a", { issuedAt: at("09:20:00") }), at("09:30:00"))).toBe(false);
	});
});

describe("the cookie", () => {
	const cookie = (given: Partial<NonNullable<Kit["cookie"]>>) =>
		aKit("a", { cookie: { state: "ordered", expectedAt: at("08:10:00"), givenUp: false, ...given } });
	const inKit = aKit("a", { items: [{ position: 1, kind: "cookie", name: null, quantity: 1, ticked: true }] });

	it.each([
		["is being ordered", cookie({ state: "intent", expectedAt: null }), "ordering"],
		["comes in a moment", cookie({}), "comes"],
		["should have come", cookie({ expectedAt: at("07:59:59") }), "late"],
		["is here", cookie({ state: "arrived" }), "here"],
		["came after it was given up", cookie({ state: "arrived", givenUp: true }), "here"],
		["does not come", cookie({ state: "given-up", givenUp: true }), "none"],
		["lies in the kit", inKit, null],
	])("%s", (_what, kit, news) => {
		expect(cookieNews(kit, at("08:00:00"))).toBe(news);
	});
});
