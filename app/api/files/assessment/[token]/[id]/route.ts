import { handleCandidateDownload } from "@/server/mounts/files";

export async function GET(request: Request, { params }: RouteContext<"/api/files/assessment/[token]/[id]">) {
	const { token, id } = await params;
	return handleCandidateDownload(request, token, id);
}
