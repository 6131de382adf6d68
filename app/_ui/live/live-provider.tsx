"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Change, type Connection, openStream } from "./open-stream";
import { throttled } from "./throttled";

type Listener = (change: Change) => void;

type Live = { connection: Connection; listen: (listener: Listener) => () => void };

const LiveContext = createContext<Live>({ connection: "connecting", listen: () => () => undefined });

const VISIBLE_MS = 300;
const HIDDEN_MS = 2_000;
/** The longest that a page is on its way from the server. */
const ON_THE_WAY_MS = 15_000;

/** The first part of a procedure's path is its context: `["ordering", "getOrder"]`. */
const contextOf = ([path]: QueryKey): unknown => (Array.isArray(path) ? path[0] : undefined);

/**
 * One stream of changes for the tab. A change says only which context's answers are out of date; what the page shows of
 * that context is asked for again. A visitor has nothing to listen to. `meta: { unhurried: true }` keeps a query out of
 * it: figures over weeks cost more than a second's news is worth.
 */
export function LiveProvider({ listening, children }: { listening: boolean; children: ReactNode }) {
	const queryClient = useQueryClient();
	const [connection, setConnection] = useState<Connection>("connecting");
	const listeners = useRef(new Set<Listener>());

	useEffect(() => {
		if (!listening) return;
		const refresh = throttled(
			(contexts) =>
				void queryClient.invalidateQueries({
					predicate: ({ queryKey, meta }) => !meta?.unhurried && contexts.has(String(contextOf(queryKey))),
				}),
			() => (document.visibilityState === "hidden" ? HIDDEN_MS : VISIBLE_MS),
		);
		const recent = new Map<string, number>();
		const begin = () =>
			openStream({
				url: "/api/live",
				// A stream that was under way may still be answered after the network has gone.
				onConnection: (state) => setConnection(navigator.onLine ? state : "lost"),
				onGap: () => void queryClient.invalidateQueries(),
				onChange: (change) => {
					recent.set(change.context, performance.now());
					refresh.call(change.context);
					for (const listener of listeners.current) listener(change);
				},
			});
		let stream = begin();
		// What a page brings along was read on the server before the page arrived: a change in between has come too early for it.
		const stopWatching = queryClient.getQueryCache().subscribe(({ type, query }) => {
			if (type !== "added" || query.state.data === undefined) return;
			const changedAt = recent.get(String(contextOf(query.queryKey)));
			if (changedAt === undefined || performance.now() - changedAt > ON_THE_WAY_MS) return;
			queueMicrotask(() => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }));
		});
		const offline = () => setConnection("lost");
		// The old stream may have outlived the cut without a word, or be dead without knowing it: a new one knows.
		const online = () => {
			stream.close();
			stream = begin();
		};
		if (!navigator.onLine) offline(); // lost before anybody listened
		window.addEventListener("offline", offline);
		window.addEventListener("online", online);
		return () => {
			window.removeEventListener("offline", offline);
			window.removeEventListener("online", online);
			stopWatching();
			stream.close();
			refresh.cancel();
		};
	}, [queryClient, listening]);

	const live = useMemo<Live>(
		() => ({
			connection,
			listen: (listener) => {
				listeners.current.add(listener);
				return () => listeners.current.delete(listener);
			},
		}),
		[connection],
	);
	return <LiveContext value={live}>{children}</LiveContext>;
}

/** Whether changes reach this page: `open`, or `lost` when what is shown may be out of date. */
export const useConnection = (): Connection => useContext(LiveContext).connection;

/** Calls the listener for each change of a context, for what must happen besides showing the new state: a sound, a flash. */
export function useLive(context: string, listener: (id: string) => void): void {
	const { listen } = useContext(LiveContext);
	const latest = useRef(listener);
	useEffect(() => {
		latest.current = listener;
	});
	useEffect(() => listen((change) => change.context === context && latest.current(change.id)), [listen, context]);
}
