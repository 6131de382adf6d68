"use client";

import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Checkbox } from "@/app/_ui/checkbox";
import { FieldGroup } from "@/app/_ui/field";
import { type Bound, useField } from "@/app/_ui/form/use-field";
import { useFormat } from "@/app/_ui/format/format-provider";
import { useMovedRow } from "@/app/_ui/use-moved-row";
import type { LibraryTest } from "../sets/_components/test-set";
import { ChosenTest } from "./chosen-test";

type Props<Input extends FieldValues, Output> = Bound<Input, Output> & {
	/** The whole library: what can't be assigned any more is shown only where it is chosen. */
	tests: readonly LibraryTest[];
	/** Chosen for good: they can be moved, not taken out. */
	begun?: readonly string[];
};

/** Tests to be taken in an order: those that are ticked stand first and are moved by hand or by keyboard, the others wait below. */
export function FormTests<Input extends FieldValues, Output>({ tests, begun = [], ...bound }: Props<Input, Output>) {
	const t = useTranslations("tests.order");
	const locale = useLocale();
	const format = useFormat();
	const id = useId();
	const { field, error } = useField(bound);
	const { list, follow } = useMovedRow();
	const root = useRef<HTMLDivElement | null>(null);
	const [said, say] = useState("");
	const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
	const chosen: string[] = field.value ?? [];
	const rows = chosen.flatMap((testId) => tests.find((test) => test.testId === testId) ?? []);
	const others = tests.filter(({ testId, active, version }) => !chosen.includes(testId) && active && version !== null);
	const nameOf = (testId: string | undefined) => rows.find((test) => test.testId === testId)?.name[locale] ?? "";

	/** What is ticked or unticked goes to the other list: whoever does so by keyboard goes along. */
	const choose = (testId: string, next: string[]) => {
		field.onChange(next);
		requestAnimationFrame(() => root.current?.querySelector<HTMLInputElement>(`[data-test="${testId}"]`)?.focus());
	};
	const put = (from: number, to: number) => {
		if (from < 0 || to < 0 || to >= chosen.length || from === to) return;
		const next = chosen.toSpliced(from, 1);
		field.onChange(next.toSpliced(to, 0, ...chosen.slice(from, from + 1)));
		say(t("moved", { test: nameOf(chosen[from]), place: to + 1, all: chosen.length }));
	};
	const drop = ({ active, over }: DragEndEvent) =>
		put(chosen.indexOf(String(active.id)), chosen.indexOf(String(over?.id)));
	return (
		<FieldGroup label={bound.label} help={bound.help} error={error}>
			{() => (
				<div
					ref={(element) => {
						root.current = element;
						field.ref(element);
					}}
					tabIndex={-1}
					className="rounded-md"
				>
					<DndContext
						id={id}
						sensors={sensors}
						collisionDetection={closestCenter}
						onDragEnd={drop}
						accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t("help") } }}
					>
						<SortableContext items={chosen} strategy={verticalListSortingStrategy}>
							<ol ref={list} aria-label={t("chosen")} className="space-y-1 empty:hidden">
								{rows.map(({ testId, name, minutes }, place) => (
									<ChosenTest
										key={testId}
										testId={testId}
										name={name[locale]}
										note={begun.includes(testId) ? t("begun") : format.duration(minutes)}
										fixed={begun.includes(testId)}
										place={place}
										all={rows.length}
										onMove={(to) => {
											put(place, to);
											follow(place, to);
										}}
										onNudge={(to) => put(place, to)}
										onRemove={() =>
											choose(
												testId,
												chosen.filter((one) => one !== testId),
											)
										}
									/>
								))}
							</ol>
						</SortableContext>
					</DndContext>
					<p role="status" className="sr-only">
						{said}
					</p>
					{others.length > 0 && (
						<ul aria-label={t("others")} className="mt-2 border-line border-t pt-2">
							{others.map(({ testId, name, minutes }) => (
								<li key={testId}>
									<Checkbox
										label={name[locale]}
										help={format.duration(minutes)}
										data-test={testId}
										checked={false}
										onChange={() => choose(testId, [...chosen, testId])}
									/>
								</li>
							))}
						</ul>
					)}
				</div>
			)}
		</FieldGroup>
	);
}

/** Where a test has come to is said once it is there. */
const silent = {
	onDragStart: () => undefined,
	onDragOver: () => undefined,
	onDragEnd: () => undefined,
	onDragCancel: () => undefined,
};
