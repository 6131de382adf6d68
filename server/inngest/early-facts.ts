import { Middleware, RetryAfterError } from "inngest";
import { hours } from "@/server/kernel/clock";
import { NotYet } from "@/server/kernel/errors";

const FIRST = 2000;
const LONGEST = hours(1);

/** The first retries come soon, for most facts are early by milliseconds; the last outlast an outage of half a day. */
const patience = (attempt: number): number => Math.min(FIRST * 2 ** attempt, LONGEST);

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
			if (error instanceof NotYet) throw new RetryAfterError(error.message, patience(ctx.attempt), { cause: error });
			throw error;
		}
	}
}
