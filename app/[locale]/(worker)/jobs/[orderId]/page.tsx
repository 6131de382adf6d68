import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { orderId } from "@/server/kernel/ids";
import { api } from "@/server/trpc/server";
import { JobView } from "./_components/job-view";

export async function generateMetadata() {
	return { title: (await getTranslations("jobs.job"))("title") };
}

export default async function JobPage({ params }: PageProps<"/[locale]/jobs/[orderId]">) {
	const asked = await params;
	await demandRole(`/jobs/${asked.orderId}`, "worker");
	const parsed = orderId.safeParse(asked.orderId);
	if (!parsed.success) notFound();
	const input = { orderId: parsed.data };
	const job = await api.execution.job(input).catch(unlessNotFound);
	getQueryClient().setQueryData(trpc.execution.job.queryKey(input), job);
	return (
		<Hydrate>
			<JobView orderId={parsed.data} />
		</Hydrate>
	);
}

function unlessNotFound(error: unknown): never {
	if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
	throw error;
}
