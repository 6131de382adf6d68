import { goldHatSandboxTransfer } from "@/server/mounts/gold-hat";

export const GET = async (request: Request, { params }: { params: Promise<{ transferId: string }> }) =>
	goldHatSandboxTransfer(request, (await params).transferId);
