import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_ui/client-messages";
import { demandRole } from "@/app/_ui/demand-role";
import { getQueryClient, Hydrate, trpc } from "@/app/_ui/query/hydrate";
import { payoutInput } from "@/server/contexts/billing/contracts";
import { PayoutView } from "./_components/payout-view";

export async function generateMetadata() {
	return { title: (await getTranslations("payouts.worker"))("title") };
}

export default async function PayoutPage({ params }: PageProps<"/[locale]/jobs/money/payouts/[payoutId]">) {
	const { payoutId } = await params;
	await demandRole(`/jobs/money/payouts/${payoutId}`, "worker");
	const asked = payoutInput.safeParse({ payoutId });
	if (!asked.success) notFound();
	try {
		await getQueryClient().fetchQuery(trpc.billing.getPayout.queryOptions(asked.data));
	} catch (error) {
		// Somebody else's payout is as unknown as none.
		if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
		throw error;
	}
	return (
		<ClientMessages namespaces={["payouts"]}>
			<Hydrate>
				<PayoutView payoutId={asked.data.payoutId} />
			</Hydrate>
		</ClientMessages>
	);
}
