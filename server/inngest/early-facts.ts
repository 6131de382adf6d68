import { Middleware, RetryAfterError } from "inngest";
import { after, hours, systemNow } from "@/server/kernel/clock";
import { NotYet } from "@/server/kernel/errors";

const FIRST_MS = 250;
const LONGEST_MS = hours(1);

/** The first retries come soon, for most facts are early by milliseconds; the last outlast an outage of hours. */
const patience = (attempt: number): number => Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);

/**
 * A command that throws `NotYet` has been told of a fact before what it builds on: the step is tried again in a moment, then
 * less and less often.
 */
export class EarlyFactsAreRetried extends Middleware.BaseMiddleware {
	readonly id = "early-facts-are-retried";

	override async wrapStepHandler({ ctx, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
		try {
			return await next();
		} catch (error) {
			if (!(error instanceof NotYet)) throw error;
			// As an instant, because durations are rounded up to whole seconds.
			throw new RetryAfterError(error.message, after(systemNow(), patience(ctx.attempt)), { cause: error });
		}
	}
}
