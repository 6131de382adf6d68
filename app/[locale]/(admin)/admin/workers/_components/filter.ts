const LONGEST_SEARCH = 100;

/** What the address asks for; what it can't mean is left out. */
export function filterOf(params: URLSearchParams): { search?: string; active?: boolean } {
	const search = params.get("search")?.slice(0, LONGEST_SEARCH).trim();
	const active = params.get("active");
	return { ...(search && { search }), ...((active === "yes" || active === "no") && { active: active === "yes" }) };
}
