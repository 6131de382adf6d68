import { beginForm, guardForm, sendForm } from "@/server/contexts/hiring/http";
import { Refusal } from "@/server/kernel/errors";
import type { Guard } from "@/server/platform/front-door";
import { createVisitorCtx } from "@/server/trpc/request-context";
import { answering, refused } from "./files";

export const handleApplyOpening = (request: Request): Promise<Response> =>
	answering(request, beginForm, createVisitorCtx);

export const handleApply = (request: Request): Promise<Response> =>
	answering(request, (ctx) => sendForm(ctx, request), createVisitorCtx);

/** What comes in floods is answered at the front door: to ask for work, and to send junk instead of it. */
export const guards: Record<string, Guard> = {
	"GET /api/apply": (headers) => handleApplyOpening(new Request("http://front-door/api/apply", { headers })),
	"POST /api/apply": async (headers) => {
		try {
			return await guardForm(await createVisitorCtx(headers), headers);
		} catch (error) {
			if (error instanceof Refusal) return refused(error);
			throw error;
		}
	},
};
