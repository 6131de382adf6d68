"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { Spinner } from "@/app/_ui/spinner";
import { TextInput } from "@/app/_ui/text-input";
import type { OrderId, WorkerId } from "@/server/kernel/ids";
import { CandidatesTable } from "../../../_components/match/candidates-table";

type Match = { orderId: OrderId; match: number };
type Worker = { workerId: WorkerId; name: string };

/** Of a large pool only the best are listed: what the match made of anybody else is computed again when it is asked for. */
export function WorkerLookup({ orderId, match }: Match) {
	const t = useTranslations("office.order.match");
	const [typed, setTyped] = useState("");
	const [chosen, choose] = useState<Worker | null>(null);
	const search = useDeferredValue(typed.trim());
	const found = useQuery({
		...useTRPC().matching.findWorkers.queryOptions({ search }),
		enabled: search.length > 0,
	});
	return (
		<details className="mt-3">
			<summary className="inline-block min-h-6 text-muted text-sm hover:text-ink">{t("lookUp")}</summary>
			<div className="mt-3 space-y-3">
				<Field label={t("lookUpName")}>
					{(control) => (
						<TextInput
							{...control}
							className="max-w-80"
							autoComplete="off"
							maxLength={60}
							value={typed}
							onChange={({ target }) => {
								setTyped(target.value);
								choose(null);
							}}
						/>
					)}
				</Field>
				{search.length > 0 && found.data?.length === 0 && <p className="text-muted">{t("lookUpNone")}</p>}
				{!chosen && found.data && (
					<ul className="flex flex-wrap gap-2">
						{found.data.map(({ workerId, name, active }) => (
							<li key={workerId}>
								<Button size="small" onClick={() => choose({ workerId, name })}>
									{active ? name : t("lookUpGone", { name })}
								</Button>
							</li>
						))}
					</ul>
				)}
				{chosen && <Weighed orderId={orderId} match={match} worker={chosen} />}
			</div>
		</details>
	);
}

function Weighed({ orderId, match, worker: { workerId, name } }: Match & { worker: Worker }) {
	const t = useTranslations("office.order.match");
	const refusalText = useRefusalText();
	const query = useQuery({
		...useTRPC().matching.weighWorker.queryOptions({ orderId, match, workerId }),
		retry: false,
	});
	if (query.isError) return <Notice tone="info">{refusalText(query.error)}</Notice>;
	if (!query.data) return <Spinner className="size-5 text-muted" />;
	const { steps, candidates, among } = query.data;
	return (
		<div aria-live="polite">
			<p className="mb-2 text-muted">
				{among === null ? t("lookUpKept", { name }) : t("lookUpAgain", { name, count: among })}
			</p>
			<CandidatesTable weighed={{ steps, candidates, chosen: null }} />
		</div>
	);
}
