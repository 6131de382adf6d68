import { QueryClient, skipToken } from "@tanstack/react-query";
import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { procedures } from "./procedures";
import { RefusedRequest } from "./refusal";

const t = initTRPC.create({ transformer: superjson });
const page = z.object({ cursor: z.number().optional(), direction: z.string().optional(), size: z.number() });
const router = t.router({
	books: {
		double: t.procedure.input(z.number()).query(({ input }) => BigInt(input) * 2n),
		opened: t.procedure.query(() => new Date("2026-11-22T10:00:00Z")),
		pages: t.procedure.input(page).query(({ input }) => ({ from: input.cursor ?? 0, way: input.direction })),
		broken: t.procedure.query(() => {
			throw new Error("secret");
		}),
		write: t.procedure.input(z.object({ at: z.date().optional() })).mutation(({ input }) => input),
	},
});

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const ours = procedures() as TRPCOptionsProxy<typeof router>;
const librarys = createTRPCOptionsProxy({ router, ctx: {}, queryClient: client });

const asked: string[] = [];
const answer = vi.fn(async (address: string, init?: RequestInit) => {
	asked.push(`${init?.method ?? "GET"} ${new URL(address, "http://house").pathname}`);
	const req = new Request(new URL(address, "http://house"), init);
	return fetchRequestHandler({ endpoint: "/api/trpc", req, router, createContext: () => ({}), maxBatchSize: 20 });
});

beforeEach(() => {
	asked.length = 0;
	client.clear();
	vi.stubGlobal("fetch", answer);
});
afterEach(() => vi.unstubAllGlobals());

describe("the browser's names of questions and answers", () => {
	test("are the library's, by which the server's answers are found again", () => {
		const keys = ({ books }: TRPCOptionsProxy<typeof router>) => [
			books.pathKey(),
			books.opened.pathFilter({ exact: true }),
			books.opened.queryKey(),
			books.opened.queryOptions().queryKey,
			books.double.queryOptions(4).queryKey,
			books.double.queryOptions(skipToken).queryKey,
			books.double.queryFilter(4, { type: "active" }),
			books.pages.infiniteQueryKey({ size: 5 }),
			books.pages.infiniteQueryOptions({ size: 5, cursor: 3 }, { getNextPageParam: () => 1 }).queryKey,
			books.write.mutationKey(),
			books.write.mutationOptions().mutationKey,
		];
		expect(keys(ours)).toEqual(keys(librarys));
	});
});

describe("a procedure that is called from the browser", () => {
	test("answers, and what is asked at the same moment travels together", async () => {
		const answers = await Promise.all([
			client.fetchQuery(ours.books.double.queryOptions(21)),
			client.fetchQuery(ours.books.opened.queryOptions()),
		]);
		expect(answers).toEqual([42n, new Date("2026-11-22T10:00:00Z")]);
		expect(asked).toEqual(["GET /api/trpc/books.double,books.opened"]);
	});

	test("never travels with more than the server takes at once, nor under too long an address", async () => {
		const amounts = Array.from({ length: 45 }, (_, index) => index);
		const answers = await Promise.all(
			amounts.map((amount) => client.fetchQuery(ours.books.double.queryOptions(amount))),
		);
		expect(answers).toEqual(amounts.map((amount) => BigInt(amount) * 2n));
		expect(asked.length).toBeGreaterThan(2);
		for (const [address] of answer.mock.calls) expect(address.length).toBeLessThanOrEqual(2_000);
	});

	test("gives a list page by page", async () => {
		const pages = ours.books.pages.infiniteQueryOptions(
			{ size: 5 },
			{ getNextPageParam: ({ from }) => from + 5, initialCursor: 10 },
		);
		const { pages: found } = await client.fetchInfiniteQuery({ ...pages, initialPageParam: 10, pages: 2 });
		expect(found).toEqual([
			{ from: 10, way: "forward" },
			{ from: 15, way: "forward" },
		]);
	});

	test("does a deed by itself", async () => {
		const write = client.getMutationCache().build(client, ours.books.write.mutationOptions());
		expect(await write.execute({ at: new Date(7) })).toEqual({ at: new Date(7) });
		expect(asked).toEqual(["POST /api/trpc/books.write"]);
	});

	test("rejects with what was answered instead, each by itself", async () => {
		const [broken, fine] = await Promise.allSettled([
			client.fetchQuery(ours.books.broken.queryOptions()),
			client.fetchQuery(ours.books.double.queryOptions(1)),
		]);
		expect(broken).toMatchObject({ reason: { data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 } } });
		expect(fine).toMatchObject({ value: 2n });
	});

	test("rejects with the state of an answer that is none of the house", async () => {
		answer.mockResolvedValueOnce(new Response("<h1>Bad gateway</h1>", { status: 502 }));
		const asking = client.fetchQuery(ours.books.opened.queryOptions());
		await expect(asking).rejects.toEqual(new RefusedRequest({ httpStatus: 502 }));
	});

	test("rejects as fetch does when no answer came", async () => {
		answer.mockRejectedValueOnce(new TypeError("Failed to fetch"));
		await expect(client.fetchQuery(ours.books.opened.queryOptions())).rejects.toBeInstanceOf(TypeError);
	});
});
