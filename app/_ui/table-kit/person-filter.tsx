"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { cn } from "../cn";
import { IconButton } from "../icon-button";
import { Popover } from "../popover";
import { useTRPC } from "../query/trpc";
import { controlLook, TextInput } from "../text-input";
import type { List } from "./use-list";

type PersonFilterProps = {
	list: List;
	name: string;
	label: string;
	/** What is chosen when nobody is. */
	all: string;
	/** Which of a person's ids the filter takes; only who has one is offered. */
	by: "clientId" | "workerId" | "accountId";
	/** What the chosen one is called, as far as it is known. */
	chosenName: string | undefined;
};

/** One person, found by a part of the name or e-mail. */
export function PersonFilter({ list, name, label, all, by, chosenName }: PersonFilterProps) {
	const t = useTranslations("lists.person");
	const trpc = useTRPC();
	const id = useId();
	const [open, setOpen] = useState(false);
	const [typed, setTyped] = useState("");
	const [picked, setPicked] = useState<{ id: string; name: string } | null>(null);
	const value = list.value(name);
	const search = typed.trim();
	const people = useQuery({
		...trpc.identity.searchPeople.queryOptions({ search, limit: 20 }),
		enabled: open && search.length > 0,
		placeholderData: keepPreviousData,
	});
	const found = search ? (people.data ?? []).filter((person) => person[by]) : [];
	const choose = (person: string, called: string) => {
		setPicked({ id: person, name: called });
		list.put({ [name]: person });
		setOpen(false);
	};
	const shown = value ? ((picked?.id === value ? picked.name : chosenName) ?? t("chosen")) : all;
	return (
		<div className="flex min-w-0 flex-col gap-1.5 sm:w-44">
			<span id={id} className="font-medium text-body">
				{label}
			</span>
			<span className="relative flex items-center">
				<Popover
					label={label}
					open={open}
					onOpenChange={setOpen}
					trigger={
						<button
							type="button"
							aria-labelledby={`${id} ${id}-shown`}
							className={cn(controlLook, "flex h-control items-center justify-between gap-2 pr-9 pl-3 text-left")}
						>
							<span id={`${id}-shown`} className="truncate">
								{shown}
							</span>
							{!value && <ChevronDown aria-hidden className="absolute right-3 size-4 shrink-0 text-muted" />}
						</button>
					}
				>
					<div className="w-64">
						<TextInput
							type="search"
							aria-label={t("find")}
							placeholder={t("find")}
							maxLength={100}
							value={typed}
							onChange={({ target }) => setTyped(target.value)}
						/>
						<ul className="-mx-2 mt-2 max-h-64 overflow-y-auto empty:hidden">
							{found.map((person) => (
								<li key={person.accountId}>
									<button
										type="button"
										className="w-full rounded-sm px-2 py-1.5 text-left hover:bg-hover"
										onClick={() => choose(person[by] ?? "", person.name)}
									>
										<span className="block truncate">{person.name}</span>
										<span className="block truncate text-muted text-xs">{person.email}</span>
									</button>
								</li>
							))}
						</ul>
						<p role="status" className="mt-2 text-muted text-sm empty:hidden">
							{search && people.isSuccess && found.length === 0 ? t("nobody") : ""}
						</p>
					</div>
				</Popover>
				{value && (
					<IconButton
						size="small"
						className="absolute right-0.5"
						label={t("anybody", { filter: label })}
						icon={<X aria-hidden />}
						onClick={() => list.put({ [name]: undefined })}
					/>
				)}
			</span>
		</div>
	);
}
