"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "@/app/_ui/query/trpc";
import { orderId as orderIdSchema } from "@/server/kernel/ids";
import { newId } from "@/server/kernel/new-id";
import { useAddressFilter } from "../../../_components/use-address-filter";
import { AddStep } from "./add-step";
import { added, changed, isSame, moved, removed, withKeys, withoutKeys } from "./chain";
import { ChainFlow } from "./chain-flow";
import { SaveBar } from "./save-bar";
import { TrialPanel } from "./trial-panel";
import { useTrial } from "./use-trial";

/** The chain of one version: changed on the left, tried on the right. Nothing is kept before it is saved. */
export function ChainEditor({ version }: { version: number }) {
	const t = useTranslations("matching.editor");
	const trpc = useTRPC();
	const { data: pipeline } = useSuspenseQuery(trpc.matching.pipeline.queryOptions({ version }));
	const { data: known } = useSuspenseQuery(trpc.matching.steps.queryOptions());
	const { params, put } = useAddressFilter();
	const [entries, setEntries] = useState(() => withKeys(pipeline.steps, newId));
	const [told, tell] = useState("");
	const orderId = orderIdSchema.safeParse(params.get("order")).data ?? null;
	const steps = useMemo(() => withoutKeys(entries), [entries]);
	const { troubles, trial, pending, error } = useTrial(steps, orderId);
	const deeds = {
		change: (key: string, part: Parameters<typeof changed>[2]) => setEntries((before) => changed(before, key, part)),
		remove: (key: string) => setEntries((before) => removed(before, key)),
		put: (from: number, to: number) => setEntries((before) => moved(before, from, to)),
		move: (key: string, by: -1 | 1) => {
			const from = entries.findIndex((entry) => entry.key === key);
			const to = from + by;
			if (to < 0 || to >= entries.length) return;
			setEntries(moved(entries, from, to));
			tell(t("movedTo", { place: to + 1, all: entries.length }));
		},
	};
	return (
		<div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
			<section aria-label={t("chain")} className="min-w-0">
				<p aria-live="polite" className="sr-only">
					{told}
				</p>
				<ChainFlow
					entries={entries}
					known={known}
					troubles={troubles}
					funnel={trial?.funnel ?? null}
					all={trial?.candidates.length ?? 0}
					deeds={deeds}
				>
					<AddStep known={known} onAdd={(info) => setEntries((before) => added(before, info, known, newId()))} />
				</ChainFlow>
				<SaveBar
					pipeline={pipeline}
					steps={steps}
					isChanged={!isSame(entries, pipeline.steps)}
					canRun={troubles.length === 0}
					onReset={() => setEntries(withKeys(pipeline.steps, newId))}
				/>
			</section>
			<div className="min-w-0 xl:sticky xl:top-6">
				<TrialPanel
					orderId={orderId}
					onChoose={(chosen) => put("order", chosen ?? "")}
					trial={trial}
					pending={pending}
					outdated={troubles.length > 0}
					error={error}
				/>
			</div>
		</div>
	);
}
