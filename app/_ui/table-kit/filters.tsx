"use client";

import { Search, SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../button";
import { cn } from "../cn";
import { Field } from "../field";
import { Select } from "../select";
import { TextInput } from "../text-input";
import type { List } from "./use-list";

const TYPING_PAUSE_MS = 250;

/** What narrows the list, above it. On a phone only the search is in sight, the others wait behind a button. */
export function Filters({ list, search, children }: { list: List; search?: ReactNode; children?: ReactNode }) {
	const t = useTranslations("lists");
	const [open, setOpen] = useState(false);
	const set = list.filters.length;
	return (
		<search className="mb-3 flex flex-wrap items-end gap-2">
			{search}
			{children && (
				<Button className="sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
					<SlidersHorizontal aria-hidden />
					{t("filters", { count: set })}
				</Button>
			)}
			<div className={cn("gap-2 max-sm:w-full max-sm:grid-cols-2 sm:contents", open ? "max-sm:grid" : "max-sm:hidden")}>
				{children}
			</div>
			{set > 0 && (
				<Button look="quiet" onClick={list.clear}>
					<X aria-hidden />
					{t("clearFilters", { count: set })}
				</Button>
			)}
		</search>
	);
}

type FilterProps = { list: List; name: string; label: string; className?: string };

/** Words; asked for when typing pauses. What is typed on is one step for the back button. */
export function SearchFilter({ list, name, label, placeholder }: FilterProps & { placeholder: string }) {
	const said = list.value(name);
	const [typed, setTyped] = useState(said);
	const [known, setKnown] = useState(said);
	if (said !== known) {
		// Changed from elsewhere: by the back button, a saved view, or by clearing.
		setKnown(said);
		if (said !== typed.trim()) setTyped(said);
	}
	useEffect(() => {
		if (typed.trim() === said) return;
		const timer = setTimeout(() => list.put({ [name]: typed.trim() }, said ? "replace" : "push"), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	});
	return (
		<Field label={label} className="min-w-0 max-sm:flex-1 sm:w-64">
			{(control) => (
				<TextInput
					{...control}
					type="search"
					before={<Search aria-hidden />}
					placeholder={placeholder}
					maxLength={100}
					value={typed}
					onChange={({ target }) => setTyped(target.value)}
				/>
			)}
		</Field>
	);
}

type ChoiceFilterProps = FilterProps & {
	/** What is chosen when nothing is: "All states". */
	all: string;
	choices: readonly { value: string; label: string }[];
};

export function ChoiceFilter({ list, name, label, all, choices, className }: ChoiceFilterProps) {
	return (
		<Field label={label} className={cn("sm:w-44", className)}>
			{(control) => (
				<Select
					{...control}
					value={list.value(name)}
					placeholder={all}
					choices={choices}
					onChange={({ target }) => list.put({ [name]: target.value })}
				/>
			)}
		</Field>
	);
}

/** A day of the business calendar. */
export function DayFilter({ list, name, label, className }: FilterProps) {
	return (
		<Field label={label} className={cn("sm:w-40", className)}>
			{(control) => (
				<TextInput
					{...control}
					type="date"
					value={list.value(name)}
					onChange={({ target }) => list.put({ [name]: target.value })}
				/>
			)}
		</Field>
	);
}
