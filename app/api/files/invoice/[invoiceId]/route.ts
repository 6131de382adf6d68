import { handleInvoice } from "@/server/mounts/invoice";

export const GET = async (request: Request, { params }: { params: Promise<{ invoiceId: string }> }) =>
	handleInvoice(request, (await params).invoiceId);
