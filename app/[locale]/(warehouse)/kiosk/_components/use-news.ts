"use client";

import { useEffect, useRef, useState } from "react";
import { type Board, type Kit, newcomers } from "./board";

/** How long a new kit stays marked for those who looked away. */
const FRESH_MS = 20_000;

type News = { /** Grows with each arrival. */ times: number; kits: readonly Kit[] };

/** The kits that have just come, for a sound and a flash. What was there when the page opened is no news. */
export function useNews(board: Board | undefined, onNews: () => void): News {
	const before = useRef(board);
	const [news, setNews] = useState<News>({ times: 0, kits: [] });
	const tell = useRef(onNews);
	useEffect(() => {
		tell.current = onNews;
	});
	useEffect(() => {
		if (!board) return;
		const kits = before.current ? newcomers(before.current, board) : [];
		before.current = board;
		if (kits.length === 0) return;
		setNews(({ times }) => ({ times: times + 1, kits }));
		tell.current();
	}, [board]);
	useEffect(() => {
		if (news.kits.length === 0) return;
		const timer = setTimeout(() => setNews(({ times }) => ({ times, kits: [] })), FRESH_MS);
		return () => clearTimeout(timer);
	}, [news]);
	return news;
}
