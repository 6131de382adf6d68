"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/app/_i18n/navigation";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";

type Persona = inferOutput<ReturnType<typeof useTRPC>["demo"]["personas"]>[number];

const homes: Record<Persona["role"], string> = {
	client: "/orders",
	worker: "/jobs",
	warehouse: "/kiosk",
	manager: "/admin",
	admin: "/admin",
};

/** The people of the demo company, each to be in one click. `to` is where the visitor came from, if anywhere. */
export function Personas({ to }: { to: string | null }) {
	const t = useTranslations("demo.personas");
	const trpc = useTRPC();
	const locale = useLocale();
	const refusalText = useRefusalText();
	const { data: personas } = useQuery(trpc.demo.personas.queryOptions());
	const signIn = useMutation(
		trpc.demo.signInAs.mutationOptions({ onError: (error) => toast.failed(refusalText(error)) }),
	);
	const be = async ({ key, role }: Persona) => {
		await signIn.mutateAsync({ persona: key });
		// Loaded anew, so that nothing of the earlier person stays behind.
		window.location.assign(to ?? getPathname({ locale, href: homes[role] }));
	};
	if (personas?.length === 0) return <EmptyState title={t("empty")} />;
	return (
		<ul className="grid gap-4 sm:grid-cols-2">
			{personas?.map((persona) => (
				<li key={persona.key} className="flex items-start gap-4 rounded-md border border-line bg-surface p-4">
					<Avatar cat={{ breed: persona.breed, coat: persona.coat, seed: persona.name }} size="large" />
					<div className="min-w-0 flex-1">
						<h2 className="truncate font-semibold">{persona.name}</h2>
						<p className="text-muted text-sm">{t(`roles.${persona.key}`)}</p>
						<p className="mt-2 mb-3">{t(`does.${persona.key}`)}</p>
						<Button
							onClick={() => void be(persona)}
							pending={signIn.isPending && signIn.variables.persona === persona.key}
						>
							{t("be", { name: persona.name.split(" ")[0] ?? persona.name })}
						</Button>
					</div>
				</li>
			))}
		</ul>
	);
}
