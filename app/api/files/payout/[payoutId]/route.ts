import { handlePayout } from "@/server/mounts/payout";

export const GET = async (request: Request, { params }: { params: Promise<{ payoutId: string }> }) =>
	handlePayout(request, (await params).payoutId);
