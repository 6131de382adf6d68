"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/app/_ui/checkbox";
import { cn } from "@/app/_ui/cn";
import { IconButton } from "@/app/_ui/icon-button";

type Props = {
	testId: string;
	name: string;
	note: string;
	/** It can't be taken out. */
	fixed: boolean;
	place: number;
	all: number;
	/** By the buttons: the focus follows the row. */
	onMove: (to: number) => void;
	/** By the arrow keys on the handle, which stays under the finger. */
	onNudge: (to: number) => void;
	onRemove: () => void;
};

/** A test that is chosen, at its place. */
export function ChosenTest({ testId, name, note, fixed, place, all, onMove, onNudge, onRemove }: Props) {
	const t = useTranslations("tests.order");
	const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: testId });
	return (
		<li
			ref={setNodeRef}
			style={{ transform: CSS.Translate.toString(transform), transition }}
			className={cn(
				"relative flex items-center gap-1 rounded-md border border-line bg-surface py-0.5 pr-1",
				isDragging && "z-10 bg-raised shadow-float",
			)}
		>
			<button
				type="button"
				ref={setActivatorNodeRef}
				{...listeners}
				aria-label={t("handle", { test: name, place: place + 1, all })}
				title={t("hint")}
				onKeyDown={(event) => {
					if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
					event.preventDefault();
					onNudge(place + (event.key === "ArrowUp" ? -1 : 1));
				}}
				className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink active:cursor-grabbing"
			>
				<GripVertical aria-hidden className="size-4" />
			</button>
			<span aria-hidden className="figures w-5 shrink-0 text-muted text-sm">
				{place + 1}.
			</span>
			<Checkbox
				className="min-w-0 flex-1"
				label={name}
				help={note}
				data-test={testId}
				checked
				disabled={fixed}
				onChange={onRemove}
			/>
			<IconButton
				data-move="up"
				size="small"
				label={t("up", { test: name })}
				icon={<ArrowUp />}
				disabled={place === 0}
				onClick={() => onMove(place - 1)}
			/>
			<IconButton
				data-move="down"
				size="small"
				label={t("down", { test: name })}
				icon={<ArrowDown />}
				disabled={place === all - 1}
				onClick={() => onMove(place + 1)}
			/>
		</li>
	);
}
