import { invoicePdf } from "@/server/contexts/billing/http";
import { answering } from "./files";

/** `GET /api/files/invoice/<invoice id>?locale=ru`: the invoice as PDF. */
export const handleInvoice = (request: Request, id: string): Promise<Response> =>
	answering(request, (ctx) => invoicePdf(ctx, { id, locale: new URL(request.url).searchParams.get("locale") }));
