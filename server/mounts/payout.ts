import { payoutPdf } from "@/server/contexts/billing/http";
import { answering } from "./files";

/** `GET /api/files/payout/<payout id>?locale=ru`: the payout statement as PDF. */
export const handlePayout = (request: Request, id: string): Promise<Response> =>
	answering(request, (ctx) => payoutPdf(ctx, { id, locale: new URL(request.url).searchParams.get("locale") }));
