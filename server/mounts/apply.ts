import { beginForm, sendForm } from "@/server/contexts/hiring/http";
import { createVisitorCtx } from "@/server/trpc/request-context";
import { answering } from "./files";

export const handleApplyOpening = (request: Request): Promise<Response> =>
	answering(request, beginForm, createVisitorCtx);

export const handleApply = (request: Request): Promise<Response> =>
	answering(request, (ctx) => sendForm(ctx, request), createVisitorCtx);
