import { handleAcceptanceForm } from "@/server/mounts/acceptance-form";

export const GET = async (request: Request, { params }: { params: Promise<{ kitId: string }> }) =>
	handleAcceptanceForm(request, (await params).kitId);
