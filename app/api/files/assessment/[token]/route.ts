import { handleCandidateUpload } from "@/server/mounts/files";

export const POST = async (request: Request, { params }: RouteContext<"/api/files/assessment/[token]">) =>
	handleCandidateUpload(request, (await params).token);
