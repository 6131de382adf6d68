/** What a page's address says, as lists read it, for the server component that asks ahead. */
export async function addressOf(
	params: Promise<Record<string, string | string[] | undefined>>,
): Promise<URLSearchParams> {
	const entries = Object.entries(await params);
	return new URLSearchParams(
		entries.flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : [])),
	);
}
