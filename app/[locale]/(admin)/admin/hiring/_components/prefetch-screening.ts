import { getQueryClient, trpc } from "@/app/_ui/query/hydrate";

/** What every page of screening asks for: the vacancies, the traits, and the rules of the vacancy that the address names. */
export async function prefetchScreening(address: URLSearchParams): Promise<void> {
	const client = getQueryClient();
	const [vacancies] = await Promise.all([
		client.fetchQuery(trpc.hiring.vacancies.queryOptions()),
		client.prefetchQuery(trpc.hiring.listTraits.queryOptions()),
	]);
	const asked = vacancies.find(({ vacancyId }) => vacancyId === address.get("vacancy")) ?? vacancies[0];
	if (!asked) return;
	const { vacancyId } = asked;
	await Promise.all([
		client.prefetchQuery(trpc.hiring.screening.queryOptions({ vacancyId })),
		client.prefetchQuery(trpc.hiring.listExperiments.queryOptions({ vacancyId })),
	]);
}
