import type { inferRouterOutputs } from "@trpc/server";
import { serviceIcons } from "@/server/contexts/ordering/contracts";
import type { AppRouter } from "@/server/trpc/root";

export type ServiceType = inferRouterOutputs<AppRouter>["ordering"]["listAllServiceTypes"]["types"][number];

/** What the defining command takes, filled with what the type is like now. */
export const definitionOf = ({ icon, ...type }: ServiceType) => ({
	...type,
	icon: serviceIcons.find((known) => known === icon) ?? ("paw" as const),
});
