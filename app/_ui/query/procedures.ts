import { skipToken } from "@tanstack/react-query";
import { ask } from "./ask";

type Path = readonly string[];
type Options = Record<string, unknown>;

const isObject = (value: unknown): value is Options => typeof value === "object" && value !== null;

const pathKey = (path: Path) => (path.length > 0 ? [path] : []);

const given = (input: unknown) => (input === undefined || input === skipToken ? {} : { input });

const queryKey = (path: Path, input: unknown) => [path, { ...given(input), type: "query" }];

function infiniteKey(path: Path, input: unknown) {
	if (!isObject(input)) return [path, { ...given(input), type: "infinite" }];
	const { cursor, direction, ...rest } = input;
	return [path, { input: rest, type: "infinite" }];
}

const fetching = (path: Path, input: unknown, inputOf: (context: Options) => unknown) =>
	input === skipToken ? skipToken : (context: Options) => ask("query", path.join("."), inputOf(context));

const atPage = (input: unknown, { pageParam, direction }: Options) => ({
	...(isObject(input) ? input : {}),
	...(pageParam !== undefined && { cursor: pageParam }),
	direction,
});

/** What can be asked of a procedure, or of all below a path. */
const uses: Record<string, (path: Path, first: unknown, second: unknown) => unknown> = {
	pathKey,
	pathFilter: (path, filter) => ({ ...(isObject(filter) && filter), queryKey: pathKey(path) }),
	queryKey,
	queryFilter: (path, input, filter) => ({ ...(isObject(filter) && filter), queryKey: queryKey(path, input) }),
	queryOptions: (path, input, options) => ({
		...(isObject(options) && options),
		queryKey: queryKey(path, input),
		queryFn: fetching(path, input, () => input),
	}),
	infiniteQueryKey: infiniteKey,
	infiniteQueryOptions: (path, input, options) => ({
		initialPageParam: isObject(input) ? input.cursor : undefined,
		...(isObject(options) && options),
		queryKey: infiniteKey(path, input),
		queryFn: fetching(path, input, (context) => atPage(input, context)),
	}),
	mutationKey: (path) => [path],
	mutationOptions: (path, options) => ({
		...(isObject(options) && options),
		mutationKey: [path],
		mutationFn: (input: unknown) => ask("mutation", path.join("."), input),
	}),
};

/**
 * Options for queries and mutations by the procedures' names, with the keys of `@trpc/tanstack-react-query`, by which the
 * server's answers are found again in the browser. A test holds them to the library, which a page has no room for.
 */
export const procedures = (path: Path = []): unknown =>
	new Proxy(() => undefined, {
		get: (_, name) => (typeof name === "string" ? procedures([...path, name]) : undefined),
		apply: (_, __, [first, second]) => {
			const use = uses[path.at(-1) ?? ""];
			if (!use) throw new Error(`There is no ${path.join(".")}.`);
			return use(path.slice(0, -1), first, second);
		},
	});
