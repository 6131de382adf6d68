import { handleDownload } from "@/server/mounts/files";

export const GET = async (request: Request, { params }: RouteContext<"/api/files/[id]">) =>
	handleDownload(request, (await params).id);
