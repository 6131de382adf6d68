"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { getPathname } from "@/app/_i18n/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { toast } from "@/app/_ui/toasts";
import type { Persona } from "./persona";
import { PersonaCard } from "./persona-card";
import { WorkerFaces } from "./worker-faces";

const homes: Record<Persona["role"], string> = {
	client: "/orders",
	worker: "/jobs",
	warehouse: "/kiosk",
	manager: "/admin",
	admin: "/admin",
};

const groups = { clients: ["client"], office: ["manager", "admin"], warehouse: ["warehouse"] } as const;

/** The people of the demo company, each to be in one click. `to` is where the visitor came from, if anywhere. */
export function Personas({ to }: { to: string | null }) {
	const t = useTranslations("demo.personas");
	const trpc = useTRPC();
	const locale = useLocale();
	const refusalText = useRefusalText();
	const { data: personas = [] } = useQuery(trpc.demo.personas.queryOptions());
	const signIn = useMutation(
		trpc.demo.signInAs.mutationOptions({ onError: (error) => toast.failed(refusalText(error)) }),
	);
	const be = async ({ key, role }: Persona) => {
		await signIn.mutateAsync({ persona: key });
		// Loaded anew, so that nothing of the earlier person stays behind.
		window.location.assign(to ?? getPathname({ locale, href: homes[role] }));
	};
	const pending = signIn.isPending ? signIn.variables.persona : null;
	const workers = personas.filter(({ role }) => role === "worker");
	if (personas.length === 0) return <EmptyState title={t("empty")} />;
	return (
		<div className="space-y-10">
			{(["clients", "warehouse", "office"] as const).map((group) => (
				<section key={group} aria-labelledby={`group-${group}`}>
					<h2 id={`group-${group}`} className="mb-3 font-semibold text-lg">
						{t(`groups.${group}`)}
					</h2>
					<ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
						{personas
							.filter(({ role }) => groups[group].some((one) => one === role))
							.map((persona) => (
								<PersonaCard key={persona.key} persona={persona} pending={pending === persona.key} onBe={be} />
							))}
					</ul>
				</section>
			))}
			<section aria-labelledby="group-workers">
				<h2 id="group-workers" className="mb-1 font-semibold text-lg">
					{t("groups.workers")}
				</h2>
				<p className="mb-4 max-w-2xl text-muted">{t("groups.workersHelp")}</p>
				<WorkerFaces workers={workers} pending={pending} onBe={be} />
			</section>
		</div>
	);
}
