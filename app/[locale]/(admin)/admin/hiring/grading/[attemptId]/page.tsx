import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { attemptId as attemptIdSchema } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { GradingSheet } from "./_components/grading-sheet";

type Props = PageProps<"/[locale]/admin/hiring/grading/[attemptId]">;

const openSheet = cache(async (id: string) => {
	await demandRole(`/admin/hiring/grading/${id}`, "manager");
	const { data: attemptId } = attemptIdSchema.safeParse(id);
	if (!attemptId) return notFound();
	try {
		return await api.hiring.gradingSheet({ attemptId });
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
});

export async function generateMetadata({ params }: Props) {
	const { title, candidate } = await openSheet((await params).attemptId);
	return { title: `${candidate}: ${title[await getLocale()]}` };
}

export default async function Sheet({ params }: Props) {
	const sheet = await openSheet((await params).attemptId);
	const { attemptId } = sheet;
	getQueryClient().setQueryData(trpc.hiring.gradingSheet.queryKey({ attemptId }), sheet);
	return (
		<Hydrate>
			<GradingSheet attemptId={attemptId} />
		</Hydrate>
	);
}
