"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useConnection } from "@/app/_ui/live/live-provider";
import { useTRPC } from "@/app/_ui/query/trpc";
import { systemNow } from "@/server/kernel/clock";

/** Live changes come at once; this is for what a week of uptime may have swallowed all the same. */
const RESYNC_MS = 60_000;
/** A stream that ends and begins anew within this is no loss of the network. */
const PATIENCE_MS = 2_500;

/** The board, kept up to date, and since when it may be out of date. */
export function useBoard() {
	const trpc = useTRPC();
	const board = useQuery(
		trpc.supplies.board.queryOptions(undefined, { refetchInterval: RESYNC_MS, refetchIntervalInBackground: true }),
	);
	const cut = useConnection() === "lost" || board.isRefetchError;
	const [lost, setLost] = useState(false);
	useEffect(() => {
		if (!cut) {
			setLost(false);
			return;
		}
		const timer = setTimeout(() => setLost(true), PATIENCE_MS);
		return () => clearTimeout(timer);
	}, [cut]);
	return { board, lost };
}

type WithUndo = { undoMs: number };

/** How long each kit's issue can still be undone: the server said how long when it answered, and time goes on here. */
export function useUndoLeft(kits: readonly WithUndo[], answeredAt: number): (kit: WithUndo) => number {
	const longest = Math.max(0, ...kits.map(({ undoMs }) => undoMs));
	const [passed, setPassed] = useState({ since: answeredAt, ms: 0 });
	useEffect(() => {
		if (longest === 0) return;
		const tell = () => {
			const ms = systemNow().getTime() - answeredAt;
			setPassed({ since: answeredAt, ms });
			if (ms > longest) clearInterval(timer);
		};
		const timer = setInterval(tell, 250);
		return () => clearInterval(timer);
	}, [longest, answeredAt]);
	const ms = passed.since === answeredAt ? passed.ms : 0;
	return (kit) => Math.max(0, kit.undoMs - ms);
}
