import type { Ctx } from "@/server/platform/context";

/** The public face of hiring: workers put into the pool, and who may see their photos. */
export { addWorker } from "./commands/add-worker";
/** What copies of the pool are held against. */
export { listWorkersOnRecord } from "./queries/list-workers-on-record";

/**
 * A worker's photo is on the client's and the office's screens: whoever is signed in may see it. A candidate's is the office's
 * alone, and managers see every file.
 */
export const maySeeFile = async (ctx: Ctx, subject: string): Promise<boolean> =>
	ctx.actor.kind === "person" && subject.startsWith("worker:");
