CREATE SCHEMA "ordering";
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
	"strengths" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ordering"."zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" jsonb NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "billing"."endings" ADD COLUMN "words" text NOT NULL;--> statement-breakpoint
ALTER TABLE "ordering"."assignments" ADD CONSTRAINT "assignments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_service_type_id_service_types_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "ordering"."service_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "ordering"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."orders" ADD CONSTRAINT "orders_copy_of" FOREIGN KEY ("copy_of") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ordering"."ratings" ADD CONSTRAINT "ratings_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "ordering"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_worker" ON "ordering"."assignments" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "orders_copies" ON "ordering"."orders" USING btree ("copy_of");--> statement-breakpoint
CREATE INDEX "orders_service_type" ON "ordering"."orders" USING btree ("service_type_id");--> statement-breakpoint
CREATE INDEX "orders_zone" ON "ordering"."orders" USING btree ("zone_id");--> statement-breakpoint
CREATE INDEX "orders_client_live" ON "ordering"."orders" USING btree ("client_id","starts_at") WHERE "ordering"."orders"."state" not in ('completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "orders_client_ended" ON "ordering"."orders" USING btree ("client_id","starts_at","number") WHERE "ordering"."orders"."state" in ('completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "orders_start" ON "ordering"."orders" USING btree ("starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_state_start" ON "ordering"."orders" USING btree ("state","starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_state_number" ON "ordering"."orders" USING btree ("state","number");--> statement-breakpoint
CREATE INDEX "orders_search" ON "ordering"."orders" USING gin ("search");