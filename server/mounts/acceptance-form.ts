import { acceptanceForm } from "@/server/contexts/supplies/http";
import { answering } from "./files";

/** `GET /api/files/acceptance-form/<kit id>`: the paper that goes into the kit. */
export const handleAcceptanceForm = (request: Request, kitId: string): Promise<Response> =>
	answering(request, (ctx) => acceptanceForm(ctx, kitId));
