import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/app/_ui/query/trpc";

type Api = ReturnType<typeof useTRPC>;
export type Installation = inferOutput<Api["engine"]["installation"]>;

/** Background work makes no news of itself: what shows it asks again by itself while somebody looks. */
export const ASK_AGAIN_MS = 2_000;

export function useInstallation() {
	const trpc = useTRPC();
	return useQuery({ ...trpc.engine.installation.queryOptions(), refetchInterval: ASK_AGAIN_MS });
}
