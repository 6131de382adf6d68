import { Middleware, NonRetriableError } from "inngest";
import { rawSql } from "@/db/client";
import { keepHandedOver } from "@/server/engine/handover";
import { isBadData } from "@/server/engine/store";

/** On the embedded engine a step begins when the results of those before it are durable. Elsewhere nothing is handed over. */
export class StepsAreKept extends Middleware.BaseMiddleware {
	readonly id = "steps-are-kept";

	override async wrapStepHandler({ ctx, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
		if (ctx.jobId !== undefined) await this.keep(ctx.jobId);
		return next();
	}

	private async keep(lease: string): Promise<void> {
		try {
			await keepHandedOver(rawSql(), lease);
		} catch (error) {
			if (isBadData(error)) throw new NonRetriableError("the result of a step can't be kept", { cause: error });
			throw error;
		}
	}
}
