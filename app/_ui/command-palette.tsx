"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { Keys } from "./keys";
import { Spinner } from "./spinner";

type CommandPaletteProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Names the dialog and its field for those who do not see them. */
	title: string;
	placeholder: string;
	search: string;
	onSearch: (search: string) => void;
	/** Answers are on their way. */
	busy: boolean;
	/** What is said when nothing is found. */
	empty: ReactNode;
	/** `PaletteGroup`s, filtered by the owner. */
	children: ReactNode;
	foot?: ReactNode;
};

/** One field from which everything is a few keys away: the owner decides what is found. */
export function CommandPalette(props: CommandPaletteProps) {
	const { open, onOpenChange, title, placeholder, search, onSearch, busy, empty, children, foot } = props;
	return (
		<Radix.Root open={open} onOpenChange={onOpenChange}>
			<Radix.Portal>
				<Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
				<Radix.Content
					aria-describedby={undefined}
					className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(32rem,calc(100dvh-1rem))] max-w-2xl animate-rise flex-col overflow-hidden rounded-md border border-line bg-raised shadow-float sm:top-[12vh]"
				>
					<Radix.Title className="sr-only">{title}</Radix.Title>
					{/* Ctrl-K closes the palette; it must not mean "up" as well. */}
					<Command label={title} shouldFilter={false} loop vimBindings={false} className="flex min-h-0 flex-1 flex-col">
						<div className="flex h-14 shrink-0 items-center gap-3 border-line border-b px-4">
							{busy ? <Spinner className="size-5 text-muted" /> : <Search aria-hidden className="size-5 text-muted" />}
							<Command.Input
								value={search}
								onValueChange={onSearch}
								placeholder={placeholder}
								className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted"
							/>
							<Keys keys={["Esc"]} className="max-sm:hidden" />
						</div>
						<Command.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2">
							<Command.Empty className="px-3 py-8 text-center text-body text-muted">{empty}</Command.Empty>
							{children}
						</Command.List>
					</Command>
					{foot && (
						<div className="flex shrink-0 items-center gap-4 border-line border-t px-4 py-2 text-muted text-xs max-sm:hidden">
							{foot}
						</div>
					)}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}

export function PaletteGroup({ title, children }: { title: string; children: ReactNode }) {
	return (
		<Command.Group
			heading={title}
			className="pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
		>
			{children}
		</Command.Group>
	);
}

type PaletteItemProps = {
	/** Unique within the palette. */
	value: string;
	icon: ReactNode;
	children: ReactNode;
	/** Beside the name, quieter. */
	note?: ReactNode;
	/** At the right end: a state, or the keys that do the same. */
	end?: ReactNode;
	onSelect: () => void;
};

export function PaletteItem({ value, icon, children, note, end, onSelect }: PaletteItemProps) {
	return (
		<Command.Item
			value={value}
			onSelect={onSelect}
			className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-body data-[selected=true]:bg-hover sm:min-h-10 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted"
		>
			{icon}
			<span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
				<span className="min-w-0 truncate font-medium">{children}</span>
				{note && <span className="min-w-0 truncate text-muted text-sm">{note}</span>}
			</span>
			{end && <span className="flex shrink-0 items-center">{end}</span>}
		</Command.Item>
	);
}
