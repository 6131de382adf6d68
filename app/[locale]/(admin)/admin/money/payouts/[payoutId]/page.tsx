import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { payoutInput } from "@/server/contexts/billing/contracts";
import { OfficePayout } from "../../_components/office-payout";

export async function generateMetadata() {
	return { title: (await getTranslations("ledger.payouts"))("title") };
}

export default async function PayoutPage({ params }: PageProps<"/[locale]/admin/money/payouts/[payoutId]">) {
	const { payoutId } = await params;
	await demandRole(`/admin/money/payouts/${payoutId}`, "manager");
	const asked = payoutInput.safeParse({ payoutId });
	if (!asked.success) notFound();
	const client = getQueryClient();
	try {
		await client.fetchQuery(trpc.billing.getPayout.queryOptions(asked.data));
	} catch (error) {
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
	await client.prefetchQuery(trpc.billing.payoutTransfers.queryOptions(asked.data));
	return (
		<Hydrate>
			<OfficePayout payoutId={asked.data.payoutId} />
		</Hydrate>
	);
}
