"use client";

import {
	type Announcements,
	type CollisionDetection,
	closestCenter,
	DndContext,
	type DragEndEvent,
	KeyboardSensor,
	PointerSensor,
	pointerWithin,
	useSensor,
	useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode, useId } from "react";
import { type Entry, infoOf, type StepInfo, shareOf, type Trouble, valueNameOf } from "./chain";
import { type CardDeeds, StepCard } from "./step-card";
import { useTroubleText } from "./use-trouble-text";

type Props = {
	entries: readonly Entry[];
	known: readonly StepInfo[];
	troubles: readonly Trouble[];
	/** How many candidates each step left in the trial, by the name of its values. */
	funnel: readonly { step: string; left: number }[] | null;
	all: number;
	deeds: CardDeeds & { put: (from: number, to: number) => void };
	/** Stands between the last step and the end. */
	children: ReactNode;
};

/** The chain as it flows, from all candidates at the top to the chosen one below: put in order by hand or by keyboard. */
export function ChainFlow({ entries, known, troubles, funnel, all, deeds, children }: Props) {
	const t = useTranslations("matching.editor");
	const troubleText = useTroubleText();
	const id = useId();
	const sensors = useSensors(
		useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
		useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
	);
	const announcements = useAnnouncements(entries, known);
	const placeOf = (key: string | number | undefined) => entries.findIndex((entry) => entry.key === key);
	const drop = ({ active, over }: DragEndEvent) => {
		const [from, to] = [placeOf(active.id), placeOf(over?.id)];
		if (to >= 0 && from !== to) deeds.put(from, to);
	};
	const earlierOf = (place: number) =>
		entries
			.slice(0, place)
			.filter((entry) => entry.on && infoOf(known, entry)?.gives)
			.map((entry) => valueNameOf(entry, known));
	const leftOf = lefts(entries, known, funnel, all);
	const atTheEnd = troubles.filter(({ position }) => position >= entries.length);
	return (
		<DndContext
			id={id}
			sensors={sensors}
			collisionDetection={beneath}
			onDragEnd={drop}
			accessibility={{ announcements, screenReaderInstructions: { draggable: t("instructions") } }}
		>
			<SortableContext items={entries.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
				<ol aria-label={t("chain")} className="space-y-0">
					<Stop>{funnel ? t("begin", { count: all }) : t("beginUntried")}</Stop>
					{entries.map((entry, place) => (
						<Fragment key={entry.key}>
							<StepCard
								entry={entry}
								place={place}
								info={infoOf(known, entry)}
								troubles={troubles.filter(({ position }) => position === place)}
								share={shareOf(entries, entry)}
								left={leftOf.get(entry.key) ?? null}
								earlier={earlierOf(place)}
								deeds={deeds}
							/>
							<Wire />
						</Fragment>
					))}
				</ol>
			</SortableContext>
			{children}
			{atTheEnd.length > 0 && (
				<ul role="alert" className="mt-3 space-y-1 rounded-md bg-bad-tint p-3">
					{atTheEnd.map((trouble) => (
						<li key={trouble.reason} className="flex items-start gap-1.5 font-medium text-bad text-sm">
							<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
							{troubleText(trouble)}
						</li>
					))}
				</ul>
			)}
		</DndContext>
	);
}

/** Cards are of very different heights: what is beneath the pointer counts; by keyboard, where there is none, the nearest. */
const beneath: CollisionDetection = (moved) => {
	const found = pointerWithin(moved);
	return found.length > 0 ? found : closestCenter(moved);
};

const Wire = () => <li aria-hidden className="ml-6 h-3 w-0 border-edge border-l-2" />;

const Stop = ({ children }: { children: ReactNode }) => (
	<>
		<li className="ml-2 flex items-center gap-2 text-muted text-sm">
			<span aria-hidden className="ml-[0.6875rem] size-2.5 rounded-full bg-edge" />
			{children}
		</li>
		<Wire />
	</>
);

/** What each filter took in and let through, as the trial saw it. */
function lefts(entries: readonly Entry[], known: readonly StepInfo[], funnel: Props["funnel"], all: number) {
	const left = new Map(funnel?.map(({ step, left: count }) => [step, count]));
	const found = new Map<string, { after: number; before: number; all: number }>();
	let before = all;
	for (const entry of entries) {
		const after = entry.on ? left.get(valueNameOf(entry, known)) : undefined;
		if (after === undefined) continue;
		found.set(entry.key, { after, before, all });
		before = after;
	}
	return found;
}

function useAnnouncements(entries: readonly Entry[], known: readonly StepInfo[]): Announcements {
	const t = useTranslations("matching.editor.announce");
	const locale = useLocale();
	const told = (key: string | number | undefined) => {
		const place = entries.findIndex((entry) => entry.key === key);
		const entry = entries[place];
		return { step: entry ? (infoOf(known, entry)?.name[locale] ?? entry.step) : "", place: place + 1 };
	};
	const put = (key: "over" | "drop", active: string | number, over: string | number | undefined) =>
		t(key, { step: told(active).step, place: told(over ?? active).place, all: entries.length });
	return {
		onDragStart: ({ active }) => t("lift", told(active.id)),
		onDragOver: ({ active, over }) => put("over", active.id, over?.id),
		onDragEnd: ({ active, over }) => put("drop", active.id, over?.id),
		onDragCancel: ({ active }) => t("cancel", told(active.id)),
	};
}
