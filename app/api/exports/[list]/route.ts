import { handleExport } from "@/server/mounts/exports";

export const GET = async (request: Request, { params }: RouteContext<"/api/exports/[list]">) =>
	handleExport(request, (await params).list);
