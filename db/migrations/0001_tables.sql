CREATE SCHEMA "billing";
--> statement-breakpoint
CREATE SCHEMA "engine";
--> statement-breakpoint
CREATE SCHEMA "events";
--> statement-breakpoint
CREATE SCHEMA "execution";
--> statement-breakpoint
CREATE SCHEMA "hiring";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "matching";
--> statement-breakpoint
CREATE SCHEMA "notifications";
--> statement-breakpoint
CREATE SCHEMA "ordering";
--> statement-breakpoint
CREATE SCHEMA "platform";
--> statement-breakpoint
CREATE SCHEMA "supplies";
--> statement-breakpoint
CREATE SEQUENCE "engine"."instance_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 CYCLE;--> statement-breakpoint
CREATE TABLE "billing"."charges" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"assignment" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"amount" bigint NOT NULL,
	"transaction_id" bigint,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "charges_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "charges_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "charges_amount" CHECK ("billing"."charges"."amount" >= 0 and ("billing"."charges"."amount" = 0) = ("billing"."charges"."transaction_id" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."endings" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"worker_id" uuid,
	"assignment" integer,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "endings_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "endings_payable" CHECK (("billing"."endings"."worker_id" is null) = ("billing"."endings"."assignment" is null))
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."ledger_accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"owner_id" uuid,
	CONSTRAINT "ledger_accounts_kind_owner" UNIQUE NULLS NOT DISTINCT("kind","owner_id"),
	CONSTRAINT "ledger_accounts_owner" CHECK (("billing"."ledger_accounts"."kind" in ('client', 'worker')) = ("billing"."ledger_accounts"."owner_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_postings" (
	"transaction_id" bigint NOT NULL,
	"line" smallint NOT NULL,
	"account_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_postings_transaction_id_line_pk" PRIMARY KEY("transaction_id","line"),
	CONSTRAINT "ledger_postings_amount" CHECK ("billing"."ledger_postings"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "billing"."ledger_transactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "billing"."ledger_transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"idempotency_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"kind" text NOT NULL,
	"business_date" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"cause" text NOT NULL,
	"actor" jsonb NOT NULL,
	"order_id" uuid,
	"posting_count" smallint NOT NULL,
	"reverses" bigint,
	CONSTRAINT "ledger_transactions_idempotency_key" UNIQUE("idempotency_key"),
	CONSTRAINT "ledger_transactions_reverses" UNIQUE("reverses"),
	CONSTRAINT "ledger_transactions_postings" CHECK ("billing"."ledger_transactions"."posting_count" >= 2)
);
--> statement-breakpoint
CREATE TABLE "billing"."payees" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."payers" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing"."terms" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"worker_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"list_price" bigint NOT NULL,
	"discount_percent" integer NOT NULL,
	"price" bigint NOT NULL,
	"worker_share" bigint NOT NULL,
	"worker_penalty" bigint NOT NULL,
	"client_pays_completed" bigint NOT NULL,
	"client_pays_cancelled" bigint NOT NULL,
	"client_pays_failed" bigint NOT NULL,
	"money_policy_version" integer NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
CREATE TABLE "billing"."worker_entries" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"assignment" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"transaction_id" bigint,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "worker_entries_order_id_ending_pk" PRIMARY KEY("order_id","ending"),
	CONSTRAINT "worker_entries_transaction" UNIQUE("transaction_id"),
	CONSTRAINT "worker_entries_amount" CHECK (case "billing"."worker_entries"."kind" when 'earning' then "billing"."worker_entries"."amount" >= 0 else "billing"."worker_entries"."amount" <= 0 end
				and ("billing"."worker_entries"."amount" = 0) = ("billing"."worker_entries"."transaction_id" is null))
);
--> statement-breakpoint
CREATE TABLE "engine"."crons" (
	"function_id" text NOT NULL,
	"expression" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crons_function_id_expression_pk" PRIMARY KEY("function_id","expression")
);
--> statement-breakpoint
CREATE TABLE "engine"."runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"key" text NOT NULL,
	"event_id" text NOT NULL,
	"event" jsonb NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"parallel" boolean DEFAULT false NOT NULL,
	"concurrency_key" text,
	"concurrency_limit" integer,
	"parent_run_id" uuid,
	"parent_step_id" text,
	"output" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "runs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "engine"."steps" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "engine"."steps_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"result" jsonb NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "steps_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "engine"."tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"function_id" text NOT NULL,
	"step" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_by" integer,
	"repeat" boolean DEFAULT false NOT NULL,
	"concurrency_key" text,
	"concurrency_limit" integer,
	"last_error" text,
	CONSTRAINT "tasks_run_step" UNIQUE("run_id","step")
);
--> statement-breakpoint
CREATE TABLE "engine"."waits" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"event_name" text,
	"match" text DEFAULT '' NOT NULL,
	"expression" text,
	"until" timestamp with time zone,
	CONSTRAINT "waits_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "events"."outbox" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events"."outbox_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"name" text NOT NULL,
	"version" text NOT NULL,
	"data" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"subjects" text[] NOT NULL,
	"cause" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dispatched_at" timestamp with time zone,
	"relayed_until" timestamp with time zone,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "execution"."assignments" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"worker_share" bigint NOT NULL,
	"worker_penalty" bigint NOT NULL,
	"check_in_from" timestamp with time zone NOT NULL,
	"no_show_at" timestamp with time zone NOT NULL,
	"give_up_free_until" timestamp with time zone NOT NULL,
	"overdue_alert_at" timestamp with time zone NOT NULL,
	"void" boolean DEFAULT false NOT NULL,
	"released_at" timestamp with time zone,
	"release_reason" text,
	"without_kit_reason" text,
	CONSTRAINT "assignments_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "assignments_released" CHECK (("execution"."assignments"."released_at" is null) = ("execution"."assignments"."release_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "execution"."check_ins" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"assignment" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"photo_id" uuid NOT NULL,
	"kit_issued" boolean NOT NULL,
	CONSTRAINT "check_ins_photo" UNIQUE("photo_id")
);
--> statement-breakpoint
CREATE TABLE "execution"."endings" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"failure" text,
	"words" text NOT NULL,
	"decided_by" text NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"report_photo_id" uuid,
	"worker_id" uuid,
	"assignment" integer,
	CONSTRAINT "endings_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "endings_report_photo" UNIQUE("report_photo_id"),
	CONSTRAINT "endings_number" CHECK ("execution"."endings"."number" > 0),
	CONSTRAINT "endings_failure" CHECK (("execution"."endings"."outcome" = 'failed') = ("execution"."endings"."failure" is not null)),
	CONSTRAINT "endings_somebody" CHECK (("execution"."endings"."worker_id" is null) = ("execution"."endings"."assignment" is null))
);
--> statement-breakpoint
CREATE TABLE "execution"."jobs" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"service_type_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"description" text NOT NULL,
	"place" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"assignment" integer,
	"worker_id" uuid,
	"ending" integer DEFAULT 0 NOT NULL,
	"overdue_at" timestamp with time zone,
	CONSTRAINT "jobs_somebody" CHECK (("execution"."jobs"."worker_id" is null) = ("execution"."jobs"."assignment" is null)),
	CONSTRAINT "jobs_under_way" CHECK ("execution"."jobs"."state" not in ('scheduled', 'started') or "execution"."jobs"."worker_id" is not null),
	CONSTRAINT "jobs_waiting" CHECK ("execution"."jobs"."state" <> 'waiting' or "execution"."jobs"."worker_id" is null),
	CONSTRAINT "jobs_ended" CHECK (("execution"."jobs"."state" in ('completed', 'failed', 'cancelled')) = ("execution"."jobs"."ending" > 0))
);
--> statement-breakpoint
CREATE TABLE "execution"."kits" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"issued" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kits_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
CREATE TABLE "hiring"."traits" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hiring"."worker_traits" (
	"worker_id" uuid NOT NULL,
	"trait" text NOT NULL,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "worker_traits_worker_id_trait_pk" PRIMARY KEY("worker_id","trait"),
	CONSTRAINT "worker_traits_level" CHECK ("hiring"."worker_traits"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "hiring"."workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"locale" text NOT NULL,
	"age" integer NOT NULL,
	"breed" text NOT NULL,
	"coat" text NOT NULL,
	"photo_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workers_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "identity"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"client_id" uuid,
	"worker_id" uuid,
	"worker_version" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_client_id_unique" UNIQUE("client_id"),
	CONSTRAINT "accounts_worker_id_unique" UNIQUE("worker_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."demands" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"reference" uuid,
	"type" uuid,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"during" "tstzrange" GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
	"state" text NOT NULL,
	"waiting_reason" text,
	"excluded" uuid[] DEFAULT '{}' NOT NULL,
	"match" integer DEFAULT 0 NOT NULL,
	"given_back" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "demands_whole" CHECK ("matching"."demands"."state" = 'ended' or num_nulls("matching"."demands"."reference", "matching"."demands"."type", "matching"."demands"."starts_at", "matching"."demands"."ends_at") = 0),
	CONSTRAINT "demands_waiting" CHECK (("matching"."demands"."state" = 'waiting') = ("matching"."demands"."waiting_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "matching"."match_records" (
	"order_id" uuid NOT NULL,
	"match" integer NOT NULL,
	"pipeline_version" integer NOT NULL,
	"requirement_version" integer NOT NULL,
	"seed" text NOT NULL,
	"outcome" text NOT NULL,
	"waiting_reason" text,
	"chosen" uuid,
	"score" double precision,
	"funnel" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_records_order_id_match_pk" PRIMARY KEY("order_id","match"),
	CONSTRAINT "match_records_outcome" CHECK (case when "matching"."match_records"."outcome" = 'matched' then num_nulls("matching"."match_records"."chosen", "matching"."match_records"."score") = 0 and "matching"."match_records"."waiting_reason" is null else num_nonnulls("matching"."match_records"."chosen", "matching"."match_records"."score") = 0 and "matching"."match_records"."waiting_reason" is not null end)
);
--> statement-breakpoint
CREATE TABLE "matching"."normal_samples" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"levels" jsonb NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."past_ratings" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"sample" uuid NOT NULL,
	"stars" smallint NOT NULL,
	CONSTRAINT "past_ratings_stars" CHECK ("matching"."past_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "matching"."past_results" (
	"order_id" uuid NOT NULL,
	"ending" integer NOT NULL,
	"sample" uuid NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "past_results_order_id_ending_pk" PRIMARY KEY("order_id","ending")
);
--> statement-breakpoint
CREATE TABLE "matching"."pipelines" (
	"version" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"steps" jsonb NOT NULL,
	"author" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."requirements" (
	"type" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"wanted" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."reservations" (
	"order_id" uuid NOT NULL,
	"match" integer NOT NULL,
	"sample" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"during" "tstzrange" GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
	"status" text DEFAULT 'held' NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" text,
	CONSTRAINT "reservations_order_id_match_pk" PRIMARY KEY("order_id","match"),
	CONSTRAINT "reservations_released" CHECK (case when "matching"."reservations"."status" = 'held' then num_nonnulls("matching"."reservations"."released_at", "matching"."reservations"."released_by") = 0 else num_nulls("matching"."reservations"."released_at", "matching"."reservations"."released_by") = 0 end)
);
--> statement-breakpoint
CREATE TABLE "notifications"."assignments" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"price" bigint NOT NULL,
	"worker_share" bigint NOT NULL,
	"worker_penalty" bigint NOT NULL,
	"client_pays_completed" bigint NOT NULL,
	"client_pays_cancelled" bigint NOT NULL,
	"client_pays_failed" bigint NOT NULL,
	CONSTRAINT "assignments_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
CREATE TABLE "notifications"."deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications"."deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"detail" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications"."messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fact" text NOT NULL,
	"template" text NOT NULL,
	"account_id" uuid NOT NULL,
	"order_id" uuid,
	"recipient_name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"provider_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_fact_recipient" UNIQUE("fact","account_id","template")
);
--> statement-breakpoint
CREATE TABLE "notifications"."orders" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications"."recipients" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"roles" text[] NOT NULL,
	"client_id" uuid,
	"worker_id" uuid,
	"active" boolean NOT NULL,
	CONSTRAINT "recipients_client_id_unique" UNIQUE("client_id"),
	CONSTRAINT "recipients_worker_id_unique" UNIQUE("worker_id")
);
--> statement-breakpoint
CREATE TABLE "ordering"."assignments" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"match" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"price" bigint NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "assignments_order_id_number_pk" PRIMARY KEY("order_id","number"),
	CONSTRAINT "assignments_match" UNIQUE("order_id","match")
);
--> statement-breakpoint
CREATE TABLE "ordering"."orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "ordering"."orders_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1001 CACHE 1),
	"client_id" uuid NOT NULL,
	"client_name" text NOT NULL,
	"service_type_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"duration_minutes" integer NOT NULL,
	"base_price" bigint NOT NULL,
	"description" text NOT NULL,
	"zone_id" uuid NOT NULL,
	"zone_name" text NOT NULL,
	"address" text NOT NULL,
	"place_note" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'placed' NOT NULL,
	"waiting_reason" text,
	"assignment" integer DEFAULT 0 NOT NULL,
	"worker_id" uuid,
	"list_price" bigint,
	"discount_percent" smallint,
	"price" bigint,
	"worker_share" bigint,
	"worker_penalty" bigint,
	"client_pays_completed" bigint,
	"client_pays_cancelled" bigint,
	"client_pays_failed" bigint,
	"money_policy_version" integer,
	"price_formula_version" integer,
	"ending" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"ending_reason" text,
	"payable" boolean DEFAULT false NOT NULL,
	"cancellation_requested_at" timestamp with time zone,
	"cancellation_requested_by" text,
	"cancellation_refused" text,
	"copy_of" uuid,
	"exclude_worker_id" uuid,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', client_name || ' ' || contact_name || ' ' || address || ' ' || zone_name || ' ' || (service_name ->> 'en') || ' ' || (service_name ->> 'ru') || ' ' || description)) STORED,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_ended" CHECK (("ordering"."orders"."state" in ('completed', 'failed', 'cancelled')) = ("ordering"."orders"."ending" > 0 and "ordering"."orders"."ended_at" is not null)),
	CONSTRAINT "orders_priced" CHECK (num_nonnulls("ordering"."orders"."list_price", "ordering"."orders"."discount_percent", "ordering"."orders"."price", "ordering"."orders"."worker_share", "ordering"."orders"."worker_penalty", "ordering"."orders"."client_pays_completed", "ordering"."orders"."client_pays_cancelled", "ordering"."orders"."client_pays_failed", "ordering"."orders"."money_policy_version", "ordering"."orders"."price_formula_version") = case when "ordering"."orders"."assignment" > 0 then 10 else 0 end),
	CONSTRAINT "orders_staffed" CHECK ("ordering"."orders"."state" not in ('assigned', 'under_way') or "ordering"."orders"."worker_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "ordering"."ratings" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"worker_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ratings_stars" CHECK ("ordering"."ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "ordering"."service_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"icon" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"base_price" bigint NOT NULL,
	"supplies" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ordering"."workers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"breed" text NOT NULL,
	"coat" text NOT NULL,
	"photo_id" uuid,
	"strengths" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ordering"."zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" jsonb NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "platform"."business_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uploaded_by" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"source_hash" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"context" text,
	"subject" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."idempotency_keys" (
	"scope" text NOT NULL,
	"command" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_command_key_pk" PRIMARY KEY("scope","command","key")
);
--> statement-breakpoint
CREATE TABLE "platform"."live_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform"."live_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"audiences" text[] NOT NULL,
	"context" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."live_retention" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"pruned_before" "xid8" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform"."policy_versions" (
	"set" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"values" jsonb NOT NULL,
	"author" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policy_versions_set_version_pk" PRIMARY KEY("set","version")
);
--> statement-breakpoint
CREATE TABLE "supplies"."assignments" (
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"unassigned_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"started_with_kit" boolean,
	CONSTRAINT "assignments_order_id_assignment_pk" PRIMARY KEY("order_id","assignment")
);
--> statement-breakpoint
CREATE TABLE "supplies"."cookie_orders" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text DEFAULT 'intent' NOT NULL,
	"reference" text,
	"give_up_at" timestamp with time zone NOT NULL,
	"ordered_at" timestamp with time zone,
	"expected_at" timestamp with time zone,
	"arrived_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	"trouble" text,
	CONSTRAINT "cookie_orders_arrived" CHECK (("supplies"."cookie_orders"."state" = 'arrived') = ("supplies"."cookie_orders"."arrived_at" is not null)),
	CONSTRAINT "cookie_orders_given_up" CHECK ("supplies"."cookie_orders"."state" <> 'given-up' or "supplies"."cookie_orders"."gave_up_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "supplies"."kit_items" (
	"kit_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb,
	"quantity" integer NOT NULL,
	"ticked_at" timestamp with time zone,
	"ticked_by" text,
	CONSTRAINT "kit_items_kit_id_position_pk" PRIMARY KEY("kit_id","position"),
	CONSTRAINT "kit_items_name" CHECK (("supplies"."kit_items"."kind" = 'supply') = ("supplies"."kit_items"."name" is not null)),
	CONSTRAINT "kit_items_ticked" CHECK (("supplies"."kit_items"."ticked_at" is null) = ("supplies"."kit_items"."ticked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "supplies"."kits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"assignment" integer NOT NULL,
	"order_number" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"worker_id" uuid NOT NULL,
	"service_name" jsonb NOT NULL,
	"contact_name" text NOT NULL,
	"address" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone,
	"issued_by" text,
	"issued_recorded_at" timestamp with time zone,
	"return_due" boolean DEFAULT false NOT NULL,
	"brought_back_at" timestamp with time zone,
	"brought_back_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kits_order_assignment" UNIQUE("order_id","assignment"),
	CONSTRAINT "kits_issued" CHECK ("supplies"."kits"."state" <> 'issued' or "supplies"."kits"."issued_at" is not null),
	CONSTRAINT "kits_issued_by" CHECK (("supplies"."kits"."issued_at" is null) = ("supplies"."kits"."issued_by" is null)),
	CONSTRAINT "kits_return_due" CHECK (not "supplies"."kits"."return_due" or "supplies"."kits"."state" = 'issued')
);
--> statement-breakpoint
CREATE TABLE "supplies"."orders" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone,
	"completed_assignment" integer
);
--> statement-breakpoint
CREATE TABLE "supplies"."service_types" (
	"service_type_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"supplies" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplies"."workers" (
	"worker_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"breed" text NOT NULL,
	"coat" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_order_id_ending_endings_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."endings"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."charges" ADD CONSTRAINT "charges_order_id_assignment_terms_order_id_assignment_fk" FOREIGN KEY ("order_id","assignment") REFERENCES "billing"."terms"("order_id","assignment") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_postings" ADD CONSTRAINT "ledger_postings_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_postings" ADD CONSTRAINT "ledger_postings_account_id_ledger_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "billing"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."ledger_transactions" ADD CONSTRAINT "ledger_transactions_reverses_fk" FOREIGN KEY ("reverses") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "billing"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_order_id_ending_endings_order_id_ending_fk" FOREIGN KEY ("order_id","ending") REFERENCES "billing"."endings"("order_id","ending") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."worker_entries" ADD CONSTRAINT "worker_entries_order_id_assignment_terms_order_id_assignment_fk" FOREIGN KEY ("order_id","assignment") REFERENCES "billing"."terms"("order_id","assignment") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."steps" ADD CONSTRAINT "steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."tasks" ADD CONSTRAINT "tasks_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."waits" ADD CONSTRAINT "waits_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution"."assignments" ADD CONSTRAINT "assignments_job" FOREIGN KEY ("order_id") REFERENCES "execution"."jobs"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution"."check_ins" ADD CONSTRAINT "check_ins_assignment" FOREIGN KEY ("order_id","assignment") REFERENCES "execution"."assignments"("order_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "execution"."endings" ADD CONSTRAINT "endings_order_id_jobs_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "execution"."jobs"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."worker_traits" ADD CONSTRAINT "worker_traits_worker_id_workers_id_fk" FOREIGN KEY ("worker_id") REFERENCES "hiring"."workers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hiring"."worker_traits" ADD CONSTRAINT "worker_traits_trait_traits_key_fk" FOREIGN KEY ("trait") REFERENCES "hiring"."traits"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD CONSTRAINT "match_records_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."match_records" ADD CONSTRAINT "match_records_pipeline_version_pipelines_version_fk" FOREIGN KEY ("pipeline_version") REFERENCES "matching"."pipelines"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."past_results" ADD CONSTRAINT "past_results_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD CONSTRAINT "reservations_order_id_demands_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "matching"."demands"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD CONSTRAINT "reservations_sample_normal_samples_id_fk" FOREIGN KEY ("sample") REFERENCES "matching"."normal_samples"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications"."deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "notifications"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."assignments" ADD CONSTRAINT "assignments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_service_type_id_service_types_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "ordering"."service_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "ordering"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_copy_of" FOREIGN KEY ("copy_of") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."ratings" ADD CONSTRAINT "ratings_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."assignments" ADD CONSTRAINT "assignments_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."cookie_orders" ADD CONSTRAINT "cookie_orders_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."kit_items" ADD CONSTRAINT "kit_items_kit_id_kits_id_fk" FOREIGN KEY ("kit_id") REFERENCES "supplies"."kits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."kits" ADD CONSTRAINT "kits_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charges_order_assignment" ON "billing"."charges" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "charges_client_posted" ON "billing"."charges" USING btree ("client_id","posted_at");--> statement-breakpoint
CREATE INDEX "ledger_postings_account" ON "billing"."ledger_postings" USING btree ("account_id","transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_business_date" ON "billing"."ledger_transactions" USING btree ("business_date","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_order" ON "billing"."ledger_transactions" USING btree ("order_id") WHERE "billing"."ledger_transactions"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "worker_entries_order_assignment" ON "billing"."worker_entries" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "worker_entries_worker_posted" ON "billing"."worker_entries" USING btree ("worker_id","posted_at");--> statement-breakpoint
CREATE INDEX "crons_next" ON "engine"."crons" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "runs_event" ON "engine"."runs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "runs_function_created" ON "engine"."runs" USING btree ("function_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_status_created" ON "engine"."runs" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "runs_ended" ON "engine"."runs" USING btree ("ended_at") WHERE "engine"."runs"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "tasks_due" ON "engine"."tasks" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "tasks_leased" ON "engine"."tasks" USING btree ("leased_by","concurrency_key") WHERE "engine"."tasks"."leased_by" is not null;--> statement-breakpoint
CREATE INDEX "waits_event" ON "engine"."waits" USING btree ("event_name","match") WHERE "engine"."waits"."event_name" is not null;--> statement-breakpoint
CREATE INDEX "waits_until" ON "engine"."waits" USING btree ("until") WHERE "engine"."waits"."until" is not null;--> statement-breakpoint
CREATE INDEX "outbox_undispatched" ON "events"."outbox" USING btree ("sequence") WHERE "events"."outbox"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_subjects" ON "events"."outbox" USING gin ("subjects");--> statement-breakpoint
CREATE INDEX "outbox_name_sequence" ON "events"."outbox" USING btree ("name","sequence");--> statement-breakpoint
CREATE INDEX "check_ins_assignment_index" ON "execution"."check_ins" USING btree ("order_id","assignment");--> statement-breakpoint
CREATE INDEX "jobs_worker_state_starts_at" ON "execution"."jobs" USING btree ("worker_id","state","starts_at","order_id");--> statement-breakpoint
CREATE INDEX "worker_traits_trait" ON "hiring"."worker_traits" USING btree ("trait");--> statement-breakpoint
CREATE INDEX "workers_name" ON "hiring"."workers" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "workers_search" ON "hiring"."workers" USING gin (("name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "sessions_account" ON "identity"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "identity"."sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "demands_looking" ON "matching"."demands" USING btree ("starts_at","order_id") WHERE "matching"."demands"."state" in ('open', 'waiting');--> statement-breakpoint
CREATE INDEX "match_records_pipeline" ON "matching"."match_records" USING btree ("pipeline_version");--> statement-breakpoint
CREATE INDEX "past_ratings_sample" ON "matching"."past_ratings" USING btree ("sample");--> statement-breakpoint
CREATE INDEX "past_results_sample" ON "matching"."past_results" USING btree ("sample");--> statement-breakpoint
CREATE UNIQUE INDEX "pipelines_one_active" ON "matching"."pipelines" USING btree ("status") WHERE "matching"."pipelines"."status" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_one_held" ON "matching"."reservations" USING btree ("order_id") WHERE "matching"."reservations"."status" = 'held';--> statement-breakpoint
CREATE INDEX "reservations_sample_start" ON "matching"."reservations" USING btree ("sample","starts_at");--> statement-breakpoint
CREATE INDEX "reservations_start" ON "matching"."reservations" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "notifications"."deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_created_at" ON "notifications"."messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "messages_order" ON "notifications"."messages" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "assignments_worker" ON "ordering"."assignments" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "orders_copies" ON "ordering"."orders" USING btree ("copy_of");--> statement-breakpoint
CREATE INDEX "orders_service_type" ON "ordering"."orders" USING btree ("service_type_id");--> statement-breakpoint
CREATE INDEX "orders_zone" ON "ordering"."orders" USING btree ("zone_id");--> statement-breakpoint
CREATE INDEX "orders_client_live" ON "ordering"."orders" USING btree ("client_id","starts_at") WHERE "ordering"."orders"."state" not in ('completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "orders_client_ended" ON "ordering"."orders" USING btree ("client_id","starts_at","number") WHERE "ordering"."orders"."state" in ('completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "orders_start" ON "ordering"."orders" USING btree ("starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_state_start" ON "ordering"."orders" USING btree ("state","starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_state_number" ON "ordering"."orders" USING btree ("state","number");--> statement-breakpoint
CREATE INDEX "orders_search" ON "ordering"."orders" USING gin ("search");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_at" ON "platform"."audit_entries" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "platform"."audit_entries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "files_upload" ON "platform"."files" USING btree ("uploaded_by","idempotency_key");--> statement-breakpoint
CREATE INDEX "files_subject" ON "platform"."files" USING btree ("context","subject");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at" ON "platform"."idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "live_changes_transaction" ON "platform"."live_changes" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "live_changes_at" ON "platform"."live_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "policy_versions_in_force" ON "platform"."policy_versions" USING btree ("set","effective_from");--> statement-breakpoint
CREATE INDEX "kits_on_shelf" ON "supplies"."kits" USING btree ("starts_at","id") WHERE "supplies"."kits"."state" in ('requested', 'assembling', 'ready');--> statement-breakpoint
CREATE INDEX "kits_issued_at" ON "supplies"."kits" USING btree ("issued_at") WHERE "supplies"."kits"."issued_at" is not null;--> statement-breakpoint
CREATE INDEX "kits_return_due_starts_at" ON "supplies"."kits" USING btree ("starts_at") WHERE "supplies"."kits"."return_due";--> statement-breakpoint
CREATE INDEX "kits_worker" ON "supplies"."kits" USING btree ("worker_id");