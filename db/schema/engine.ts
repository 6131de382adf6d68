import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgSchema, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./_shared";

export const engine = pgSchema("engine");

/** Each running instance takes the next number; a session lock on it shows that the instance lives. */
export const instanceNumbers = engine.sequence("instance_numbers", { maxValue: 2_147_483_647, cycle: true });

/** What each running instance does in the background. Whether it still lives its lock says, and not its row. */
export const instances = engine.table("instances", {
	number: integer("number").primaryKey(),
	host: text("host").notNull(),
	pid: integer("pid").notNull(),
	/** As in its environment's `FUNCTIONS`. */
	functions: text("functions").notNull(),
	/** Runs functions itself, hands events to Inngest, or only answers requests. */
	work: text("work", { enum: ["embedded", "inngest", "none"] }).notNull(),
	startedAt: instant("started_at").notNull().defaultNow(),
});

/** One execution of one background function for one event. Times are the system's. */
export const runs = engine.table(
	"runs",
	{
		id: uuid("id").primaryKey(),
		/** `context/verb-noun` */
		functionId: text("function_id").notNull(),
		/** What makes the run the only one: function and event, tick, idempotency key or invoking step. */
		key: text("key").notNull().unique(),
		eventId: text("event_id").notNull(),
		/** As the function is given it. */
		event: jsonb("event").notNull(),
		status: text("status", { enum: ["running", "completed", "failed", "cancelled"] })
			.notNull()
			.default("running"),
		/** Once steps ran side by side, the SDK is told to plan each step before it runs. */
		parallel: boolean("parallel").notNull().default(false),
		concurrencyKey: text("concurrency_key"),
		concurrencyLimit: integer("concurrency_limit"),
		/** The run and step that invoked this one. */
		parentRunId: uuid("parent_run_id"),
		parentStepId: text("parent_step_id"),
		/** The result, or the error that it failed with. */
		output: jsonb("output"),
		createdAt: instant("created_at").notNull().defaultNow(),
		endedAt: instant("ended_at"),
	},
	(table) => [
		index("runs_event").on(table.eventId),
		index("runs_function_created").on(table.functionId, table.createdAt),
		index("runs_status_created").on(table.status, table.createdAt),
		index("runs_ended").on(table.endedAt).where(sql`${table.endedAt} is not null`),
	],
);

/** What the steps of a run have given. A step with a row here is never run again. */
export const steps = engine.table(
	"steps",
	{
		runId: uuid("run_id")
			.notNull()
			.references(() => runs.id, { onDelete: "cascade" }),
		/** The SDK's hash of the step's id. */
		stepId: text("step_id").notNull(),
		/** The order in which steps ended, which the SDK repeats. */
		position: bigint("position", { mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
		name: text("name").notNull(),
		/** `{type: "data", data}` or `{type: "error", error}`, as the SDK takes it back. */
		result: jsonb("result").notNull(),
		endedAt: instant("ended_at").notNull().defaultNow(),
	},
	(table) => [primaryKey({ columns: [table.runId, table.stepId] })],
);

/** Calls to be made: of a run as a whole (`step`), or of one planned step. Times are the system's. */
export const tasks = engine.table(
	"tasks",
	{
		id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
		runId: uuid("run_id")
			.notNull()
			.references(() => runs.id, { onDelete: "cascade" }),
		functionId: text("function_id").notNull(),
		step: text("step").notNull(),
		attempt: integer("attempt").notNull().default(0),
		/** From when on an instance may take it: at once, after a backoff, or when the lease on it runs out. */
		dueAt: instant("due_at").notNull().defaultNow(),
		/** The number of the instance that has it. */
		leasedBy: integer("leased_by"),
		/** Something new happened to the run while it was being called: call it again. */
		repeat: boolean("repeat").notNull().default(false),
		concurrencyKey: text("concurrency_key"),
		concurrencyLimit: integer("concurrency_limit"),
		/** Why it is tried again. */
		lastError: text("last_error"),
	},
	(table) => [
		unique("tasks_run_step").on(table.runId, table.step),
		index("tasks_due").on(table.dueAt, table.id),
		index("tasks_leased").on(table.leasedBy, table.concurrencyKey).where(sql`${table.leasedBy} is not null`),
	],
);

/** What a run waits for: an instant of business time, an event, or the run that it invoked. */
export const waits = engine.table(
	"waits",
	{
		runId: uuid("run_id")
			.notNull()
			.references(() => runs.id, { onDelete: "cascade" }),
		/** The waiting step, or `cancel:<n>` where an event would end the run. */
		stepId: text("step_id").notNull(),
		kind: text("kind", { enum: ["sleep", "event", "invoke", "cancel"] }).notNull(),
		name: text("name").notNull(),
		eventName: text("event_name"),
		/** `path=value` that the event must have, or empty; `expression` says the rest. */
		match: text("match").notNull().default(""),
		expression: text("expression"),
		/** Business time: the end of the sleep, or of the patience. */
		until: instant("until"),
	},
	(table) => [
		primaryKey({ columns: [table.runId, table.stepId] }),
		index("waits_event").on(table.eventName, table.match).where(sql`${table.eventName} is not null`),
		index("waits_until").on(table.until).where(sql`${table.until} is not null`),
	],
);

/** The next tick of each cycle, in business time. */
export const crons = engine.table(
	"crons",
	{
		functionId: text("function_id").notNull(),
		/** Five fields after `TZ=<zone>`. */
		expression: text("expression").notNull(),
		nextAt: instant("next_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.functionId, table.expression] }), index("crons_next").on(table.nextAt)],
);
