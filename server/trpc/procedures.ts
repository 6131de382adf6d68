import { TRPCError } from "@trpc/server";
import { holds, type Person, type Role } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
import type { ClientId, WorkerId } from "@/server/kernel/ids";
import { log, withLogContext } from "@/server/platform/log";
import { stopwatch } from "@/server/platform/metrics";
import { traced } from "@/server/platform/tracing";
import { toTrpcError } from "./errors";
import { t } from "./init";

export const { router, createCallerFactory } = t;

const base = t.procedure.use(({ ctx, path, next }) =>
	withLogContext({ requestId: ctx.requestId, procedure: path }, async () => {
		const stop = stopwatch("procedures");
		const result = await traced(path, { "mcf.request_id": ctx.requestId }, () => next());
		stop({ procedure: path, outcome: result.ok ? "answered" : outcomeOf(result.error) });
		if (result.ok) return result;
		const { error } = result;
		if (error.code !== "INTERNAL_SERVER_ERROR") return result;
		const mapped = toTrpcError(error.cause);
		if (mapped instanceof TRPCError) {
			if (mapped.code === "SERVICE_UNAVAILABLE") log.warn({ err: error.cause }, "procedure could not be done now");
			throw mapped;
		}
		log.error({ err: error.cause ?? error }, "procedure failed");
		return result;
	}),
);

/** What nobody expected, and what a rule has said, told apart. */
const outcomeOf = ({ code, cause }: TRPCError): string =>
	code === "INTERNAL_SERVER_ERROR" && !(toTrpcError(cause) instanceof TRPCError) ? "failed" : "refused";

const demand = (...roles: Role[]) =>
	base.use(({ ctx, next }) => next({ ctx: { actor: personWith(ctx.actor, roles) } }));

function personWith(actor: { kind: string } | Person, roles: Role[]): Person {
	if (actor.kind !== "person" || !("accountId" in actor)) throw toTrpcError(commonRefusals.because("sign_in_first"));
	if (roles.length > 0 && !holds(actor, ...roles)) throw toTrpcError(commonRefusals.because("not_allowed"));
	return actor;
}

/** For everybody, signed in or not. Say in a comment why a visitor may. */
export const anyone = base;

/** For whoever is signed in, about oneself. */
export const signedIn = demand();

/** For clients; `ctx.actor.clientId` is there. Ownership of what is asked for is still the command's to check. */
export const clients = demand("client").use(({ ctx, next }) => {
	const { clientId } = ctx.actor;
	if (!clientId) throw toTrpcError(commonRefusals.because("not_allowed"));
	return next({ ctx: { actor: { ...ctx.actor, clientId } satisfies Person & { clientId: ClientId } } });
});

/** For workers; `ctx.actor.workerId` is there. */
export const workers = demand("worker").use(({ ctx, next }) => {
	const { workerId } = ctx.actor;
	if (!workerId) throw toTrpcError(commonRefusals.because("not_allowed"));
	return next({ ctx: { actor: { ...ctx.actor, workerId } satisfies Person & { workerId: WorkerId } } });
});

export const warehouse = demand("warehouse");
/** For managers, and admins with them. */
export const managers = demand("manager");
export const admins = demand("admin");
