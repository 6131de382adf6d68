"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { ServiceTypeId } from "@/server/kernel/ids";
import type { ServiceType } from "./service-type";

/** One service type as it is now, and how to ask again at once. */
export function useServiceType(serviceTypeId: ServiceTypeId) {
	const options = useTRPC().ordering.listAllServiceTypes.queryOptions();
	const queries = useQueryClient();
	const { data } = useSuspenseQuery(options);
	const find = (types: ServiceType[]): ServiceType => {
		const found = types.find((type) => type.serviceTypeId === serviceTypeId);
		// Types are retired, never deleted, and the page has made sure that this one exists.
		if (!found) throw new Error(`service type ${serviceTypeId} has gone`);
		return found;
	};
	const ask = async () => find((await queries.fetchQuery({ ...options, staleTime: 0 })).types);
	return { type: find(data.types), ask };
}
