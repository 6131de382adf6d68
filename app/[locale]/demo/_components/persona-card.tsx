"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import type { Persona } from "./persona";

type PersonaCardProps = { persona: Persona; pending: boolean; onBe: (persona: Persona) => Promise<void> };

/** Somebody whom a visitor can be, and what for. */
export function PersonaCard({ persona, pending, onBe }: PersonaCardProps) {
	const t = useTranslations("demo.personas");
	const { key, name, role, breed, coat } = persona;
	const does = `does.${key}` as Parameters<typeof t.has>[0];
	return (
		<li className="flex items-start gap-4 rounded-md border border-line bg-surface p-4">
			<Avatar cat={{ breed, coat, seed: name }} size="large" />
			<div className="flex min-w-0 flex-1 flex-col self-stretch">
				<h3 className="truncate font-semibold">{name}</h3>
				{role !== "worker" && <p className="text-muted text-sm">{t(`roles.${role}`)}</p>}
				<p className="mt-2 mb-3 flex-1">{t.has(does) && t(does)}</p>
				<Button onClick={() => void onBe(persona)} pending={pending} className="self-start">
					{t("be", { name: name.split(" ")[0] ?? name })}
				</Button>
			</div>
		</li>
	);
}
