import type { ApplicationId } from "@/server/kernel/ids";
import type { TxCtx } from "@/server/platform/context";
import { lockApplication, moveApplication } from "./move-application";

/**
 * Tests were assigned (`testing`), or the last of them is handed in (`tested`): for whoever within hiring knows that it is so.
 * Where the candidate is there already, or was decided on meanwhile, nothing happens; gives whether it moved.
 */
export async function advanceApplication(
	tx: TxCtx,
	{ applicationId, to }: { applicationId: ApplicationId; to: "testing" | "tested" },
): Promise<boolean> {
	const application = await lockApplication(tx, { applicationId });
	const comes = to === "testing" ? ["applied", "contacted", "tested"] : ["testing"];
	if (!comes.includes(application.state)) return false;
	await moveApplication(tx, application, { to });
	return true;
}
