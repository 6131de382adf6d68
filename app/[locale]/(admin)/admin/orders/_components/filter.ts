import { type OrderState, orderStates } from "@/server/contexts/ordering/contracts";

const LONGEST_SEARCH = 100;

/** What the address asks for; what it can't mean is left out. */
export function filterOf(params: URLSearchParams): { state?: OrderState; search?: string } {
	const state = orderStates.find((known) => known === params.get("state"));
	const search = params.get("search")?.slice(0, LONGEST_SEARCH).trim();
	return { ...(state && { state }), ...(search && { search }) };
}
