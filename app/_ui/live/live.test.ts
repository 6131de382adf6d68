import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStream, readChange } from "./open-stream";
import { throttled } from "./throttled";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("throttled", () => {
	const recorded = (interval = () => 300) => {
		const batches: string[][] = [];
		return { batches, refresh: throttled((names) => batches.push([...names]), interval) };
	};

	test("runs at once, then at most once in the interval, and loses nothing", () => {
		const { batches, refresh } = recorded();
		refresh.call("ordering");
		expect(batches).toEqual([["ordering"]]);
		refresh.call("execution");
		refresh.call("ordering");
		refresh.call("execution");
		expect(batches).toHaveLength(1);
		vi.advanceTimersByTime(300);
		expect(batches).toEqual([["ordering"], ["execution", "ordering"]]);
		vi.advanceTimersByTime(10_000);
		expect(batches).toHaveLength(2);
		refresh.call("billing");
		expect(batches).toHaveLength(3);
	});

	test("a steady stream runs in step with the interval", () => {
		const { batches, refresh } = recorded();
		for (let ms = 0; ms < 3_000; ms += 10) {
			refresh.call("supplies");
			vi.advanceTimersByTime(10);
		}
		expect(batches.length).toBeGreaterThanOrEqual(10);
		expect(batches.length).toBeLessThanOrEqual(11);
	});

	test("a hidden page slows down, and nothing runs after it was left", () => {
		const { batches, refresh } = recorded(() => 2_000);
		refresh.call("a");
		refresh.call("b");
		vi.advanceTimersByTime(1_999);
		expect(batches).toHaveLength(1);
		refresh.cancel();
		vi.advanceTimersByTime(10_000);
		expect(batches).toHaveLength(1);
	});
});

class FakeSource {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSED = 2;
	static made: FakeSource[] = [];
	readyState: number = FakeSource.CONNECTING;
	onopen: (() => void) | null = null;
	onerror: (() => void) | null = null;
	onmessage: ((message: { data: unknown }) => void) | null = null;
	constructor(readonly url: string) {
		FakeSource.made.push(this);
	}
	close() {
		this.readyState = FakeSource.CLOSED;
	}
	opens() {
		this.readyState = FakeSource.OPEN;
		this.onopen?.();
	}
	breaks(readyState: number) {
		this.readyState = readyState;
		this.onerror?.();
	}
}

function opened() {
	FakeSource.made = [];
	const seen = { changes: [] as unknown[], gaps: 0, connections: [] as string[] };
	const stream = openStream({
		url: "/api/live",
		onChange: (change) => seen.changes.push(change),
		onGap: () => {
			seen.gaps += 1;
		},
		onConnection: (connection) => seen.connections.push(connection),
		EventSource: FakeSource as unknown as typeof EventSource,
	});
	const source = () => FakeSource.made.at(-1) as FakeSource;
	return { seen, stream, source };
}

describe("the live stream", () => {
	test("hands on what changed, and asks for everything shown once it is open", () => {
		const { seen, source } = opened();
		expect(seen.connections).toEqual(["connecting"]);
		source().opens();
		// Between the rendering of the page and the opening of the stream something may have happened.
		expect(seen.gaps).toBe(1);
		source().onmessage?.({ data: '{"context":"ordering","id":"1"}' });
		expect(seen.changes).toEqual([{ context: "ordering", id: "1" }]);
		expect(seen.connections).toEqual(["connecting", "open"]);
	});

	test("a cut that the browser resumes is no gap: the server sends what was missed", () => {
		const { seen, source } = opened();
		source().opens();
		source().breaks(FakeSource.CONNECTING);
		expect(seen.connections.at(-1)).toBe("lost");
		source().opens();
		expect(seen.connections.at(-1)).toBe("open");
		expect(seen.gaps).toBe(1);
		expect(FakeSource.made).toHaveLength(1);
	});

	test("the server's word that all may have changed is a gap", () => {
		const { seen, source } = opened();
		source().opens();
		source().onmessage?.({ data: '{"context":"*","id":""}' });
		expect(seen.gaps).toBe(2);
		expect(seen.changes).toEqual([]);
	});

	test("a stream that was refused lets the page ask why, and is opened anew, ever more slowly; that is a gap, too", () => {
		const { seen, source } = opened();
		source().opens();
		source().breaks(FakeSource.CLOSED);
		vi.advanceTimersByTime(2_999);
		expect(FakeSource.made).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(FakeSource.made).toHaveLength(2);
		source().breaks(FakeSource.CLOSED);
		vi.advanceTimersByTime(3_000);
		expect(FakeSource.made).toHaveLength(2);
		vi.advanceTimersByTime(3_000);
		expect(FakeSource.made).toHaveLength(3);
		expect(seen.gaps).toBe(2);
		source().opens();
		expect(seen.gaps).toBe(3);
		for (let again = 0; again < 20; again++) {
			source().breaks(FakeSource.CLOSED);
			vi.advanceTimersByTime(60_000);
		}
		expect(FakeSource.made).toHaveLength(23);
	});

	test("closed, it stays closed", () => {
		const { stream, source } = opened();
		source().opens();
		source().breaks(FakeSource.CLOSED);
		stream.close();
		vi.advanceTimersByTime(60_000);
		expect(FakeSource.made).toHaveLength(1);
	});

	test.each([undefined, null, 7, "", "no json", "[]", "null", "{}", '{"context":1,"id":"x"}', '{"context":"a"}'])(
		"ignores %j, which is no change",
		(data) => expect(readChange(data)).toBeNull(),
	);
});
