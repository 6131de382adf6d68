"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { cn } from "@/app/_ui/cn";
import { Spinner } from "@/app/_ui/spinner";
import type { Persona } from "./persona";

type WorkerFacesProps = {
	workers: Persona[];
	/** The key of whoever the visitor is about to be. */
	pending: string | null;
	onBe: (persona: Persona) => Promise<void>;
};

/** Everybody who may be sent to an order: a face, a name, and what each is good at. */
export function WorkerFaces({ workers, pending, onBe }: WorkerFacesProps) {
	const t = useTranslations("demo.personas");
	const format = useFormatter();
	const locale = useLocale();
	return (
		<ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
			{workers.map((worker) => {
				const { key, name, breed, coat, strengths } = worker;
				return (
					<li key={key}>
						<button
							type="button"
							onClick={() => void onBe(worker)}
							disabled={pending !== null}
							className={cn(
								"flex h-full w-full flex-col items-center gap-2 rounded-md border border-line bg-surface p-4 text-center transition-colors",
								"hover:border-ink hover:bg-hover",
							)}
						>
							<Avatar cat={{ breed, coat, seed: name }} size="huge" />
							<span className="flex items-center gap-2 font-semibold">
								{pending === key && <Spinner />}
								{t("be", { name: name.split(" ")[0] ?? name })}
							</span>
							<span className="text-muted text-sm">
								{t("strong", {
									list: format.list(
										strengths.map((strength) => strength[locale].toLocaleLowerCase(locale)),
										{ type: "conjunction" },
									),
								})}
							</span>
						</button>
					</li>
				);
			})}
		</ul>
	);
}
