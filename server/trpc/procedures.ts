import { TRPCError } from "@trpc/server";
import { type Actor, holds, type Person, type Role } from "@/server/kernel/actor";
import { commonRefusals } from "@/server/kernel/errors";
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

/** One step for all that is demanded: each middleware costs every call of every procedure. */
const demand = <Somebody extends Person>(identify: (actor: Actor) => Somebody) =>
	base.use(({ ctx, next }) => next({ ctx: { actor: identify(ctx.actor) } }));

const anybodyOf =
	(...roles: Role[]) =>
	(actor: Actor): Person => {
		if (actor.kind !== "person") throw toTrpcError(commonRefusals.because("sign_in_first"));
		if (roles.length > 0 && !holds(actor, ...roles)) throw toTrpcError(commonRefusals.because("not_allowed"));
		return actor;
	};

/** The id by which a context knows the person. */
function known<Id>(id: Id | null): Id {
	if (id === null) throw toTrpcError(commonRefusals.because("not_allowed"));
	return id;
}

/** For everybody, signed in or not. Say in a comment why a visitor may. */
export const anyone = base;

/** For whoever is signed in, about oneself. */
export const signedIn = demand(anybodyOf());

/** For clients; `ctx.actor.clientId` is there. Ownership of what is asked for is still the command's to check. */
export const clients = demand((actor) => {
	const person = anybodyOf("client")(actor);
	return { ...person, clientId: known(person.clientId) };
});

/** For workers; `ctx.actor.workerId` is there. */
export const workers = demand((actor) => {
	const person = anybodyOf("worker")(actor);
	return { ...person, workerId: known(person.workerId) };
});

/** For workers about themselves, and managers about any of them: whose it is the command decides. */
export const workersAndManagers = demand(anybodyOf("worker", "manager"));

export const warehouse = demand(anybodyOf("warehouse"));
/** For managers, and admins with them. */
export const managers = demand(anybodyOf("manager"));
export const admins = demand(anybodyOf("admin"));
