"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/app/_ui/cn";
import { ErrorState } from "@/app/_ui/error-state";
import { useFormat } from "@/app/_ui/format/format-provider";
import { type Board, columns, type Kit, placeKits } from "./board";
import { BoardColumn } from "./board-column";
import { BoardSkeleton } from "./board-skeleton";
import { IssuedCard } from "./issued-card";
import { KioskBar } from "./kiosk-bar";
import { KitCard } from "./kit-card";
import { useBoard, useUndoLeft } from "./use-board";
import { useChime } from "./use-chime";
import { useNews } from "./use-news";
import { useWakeLock } from "./use-wake-lock";

const NOTHING: Board = { onShelf: [], issued: [], notShown: { onShelf: 0, issued: 0 } };

/** The warehouse's wall: what to assemble next, read from two metres, worked by the hand. */
export function Kiosk() {
	const t = useTranslations("kiosk");
	const { board, lost } = useBoard();
	const chime = useChime();
	const news = useNews(board.data, chime.play);
	useWakeLock();

	const shown = board.data ?? NOTHING;
	const undoLeft = useUndoLeft(shown.issued, board.dataUpdatedAt);
	const placed = placeKits(shown, undoLeft);
	const [chosen, choose] = useState<string | null>();
	const shelf = [...placed.new, ...placed.cookie, ...placed.ready];
	// The one that is wanted next lies open, until a hand opens another or closes it.
	const isThere = chosen === null || shelf.some(({ kitId }) => kitId === chosen);
	const open = isThere ? chosen : placed.new[0]?.kitId;

	const card = (kit: Kit) => (
		<li key={kit.kitId}>
			<KitCard
				kit={kit}
				open={kit.kitId === open}
				onToggle={() => choose(kit.kitId === open ? null : kit.kitId)}
				fresh={news.kits.some(({ kitId }) => kitId === kit.kitId)}
				undoLeft={undoLeft(kit)}
			/>
		</li>
	);
	return (
		<>
			<KioskBar lost={lost} audible={chime.audible} />
			<main
				id="content"
				inert={lost}
				className={cn("relative isolate flex min-h-0 flex-1 flex-col p-2 pt-1", lost && "opacity-45 grayscale")}
			>
				{news.times > 0 && (
					<span
						key={news.times}
						aria-hidden
						className="pointer-events-none absolute inset-0 -z-10 animate-glow [animation-iteration-count:3]"
					/>
				)}
				<Announcement kits={news.kits} />
				{board.isPending ? (
					<BoardSkeleton />
				) : board.data ? (
					<div className="grid min-h-0 flex-1 grid-cols-1 gap-2 lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,0.9fr)]">
						{columns.map((column) => (
							<BoardColumn
								key={column}
								title={t(`columns.${column}`)}
								empty={t(`empty.${column}`)}
								count={placed[column].length}
								hidden={column === "new" ? shown.notShown.onShelf : column === "issued" ? shown.notShown.issued : 0}
								quiet={column === "new" && shelf.length === 0}
							>
								{column === "issued"
									? placed.issued.map((kit) => (
											<li key={kit.kitId}>
												<IssuedCard kit={kit} />
											</li>
										))
									: placed[column].map(card)}
							</BoardColumn>
						))}
					</div>
				) : (
					<ErrorState error={board.error} retry={() => board.refetch()} pending={board.isFetching} className="m-4" />
				)}
			</main>
		</>
	);
}

/** For those who hear the screen rather than see it. */
function Announcement({ kits }: { kits: readonly Kit[] }) {
	const t = useTranslations("kiosk");
	const format = useFormat();
	const [first] = kits;
	return (
		<p role="status" className="sr-only">
			{first && t("announce", { count: kits.length, name: first.worker.name, time: format.time(first.startsAt) })}
		</p>
	);
}
