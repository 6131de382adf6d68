import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { testId as testIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { EditTest } from "../_components/edit-test";

type Props = PageProps<"/[locale]/admin/hiring/tests/[testId]">;

const openTest = cache(async (id: string) => {
	await demandRole(`/admin/hiring/tests/${id}`, "manager");
	const { data: testId } = testIdSchema.safeParse(id);
	if (!testId) return notFound();
	try {
		return await api.hiring.test({ testId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});

export async function generateMetadata({ params }: Props) {
	const { draft } = await openTest((await params).testId);
	return { title: draft.title[await getLocale()] };
}

export default async function TestPage({ params }: Props) {
	const test = await openTest((await params).testId);
	const { testId } = test;
	const client = getQueryClient();
	client.setQueryData(trpc.hiring.test.queryKey({ testId }), test);
	await client.prefetchQuery(trpc.hiring.listTraits.queryOptions());
	return (
		<ClientMessages namespaces={["assessment", "library", "office"]}>
			<Hydrate>
				<EditTest testId={testId} />
			</Hydrate>
		</ClientMessages>
	);
}
