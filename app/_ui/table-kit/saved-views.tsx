"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button";
import { IconButton } from "../icon-button";
import { Popover } from "../popover";
import { useTRPC } from "../query/trpc";
import { useRefusalText } from "../query/use-refusal-text";
import { TextInput } from "../text-input";
import type { List } from "./use-list";

/** How oneself likes to see the list: filters, sort and columns under a name. */
export function SavedViews({ list }: { list: List }) {
	const t = useTranslations("lists.views");
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refusalText = useRefusalText();
	const [name, setName] = useState("");
	const query = list.withoutPlace();
	const options = trpc.identity.savedViews.queryOptions({ list: list.name });
	const views = useQuery(options);
	const again = { onSuccess: () => queries.invalidateQueries({ queryKey: options.queryKey }) };
	const save = useMutation(trpc.identity.saveView.mutationOptions(again));
	const forget = useMutation(trpc.identity.forgetView.mutationOptions(again));
	const current = views.data?.find((view) => view.query === query);
	return (
		<Popover
			label={t("title")}
			trigger={
				<Button size="small" look="quiet">
					<Bookmark aria-hidden />
					<span className="max-w-40 truncate max-sm:sr-only">{current?.name ?? t("title")}</span>
				</Button>
			}
		>
			<div className="w-64 space-y-3">
				{views.data?.length ? (
					<ul className="-mx-2 max-h-64 overflow-y-auto">
						{views.data.map((view) => (
							<li key={view.viewId} className="flex items-center">
								<Button
									size="small"
									look="quiet"
									className="min-w-0 flex-1 justify-start"
									aria-current={view.query === query || undefined}
									onClick={() => list.open(view.query)}
								>
									<span className="truncate">{view.name}</span>
								</Button>
								<IconButton
									size="small"
									label={t("forget", { name: view.name })}
									icon={<Trash2 aria-hidden />}
									onClick={() => forget.mutate({ viewId: view.viewId })}
								/>
							</li>
						))}
					</ul>
				) : (
					<p className="text-muted text-sm">{t("none")}</p>
				)}
				<form
					className="flex gap-2"
					onSubmit={(event) => {
						event.preventDefault();
						if (name.trim())
							save.mutate({ list: list.name, name: name.trim(), query }, { onSuccess: () => setName("") });
					}}
				>
					<TextInput
						aria-label={t("name")}
						placeholder={t("name")}
						maxLength={60}
						value={name}
						onChange={({ target }) => setName(target.value)}
					/>
					<Button type="submit" pending={save.isPending}>
						{t("save")}
					</Button>
				</form>
				{(save.isError || forget.isError) && (
					<p role="alert" className="font-medium text-bad text-sm">
						{refusalText(save.error ?? forget.error)}
					</p>
				)}
			</div>
		</Popover>
	);
}
