CREATE SCHEMA "supplies";
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
	"ending" integer DEFAULT 0 NOT NULL,
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
ALTER TABLE "supplies"."assignments" ADD CONSTRAINT "assignments_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."cookie_orders" ADD CONSTRAINT "cookie_orders_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."kit_items" ADD CONSTRAINT "kit_items_kit_id_kits_id_fk" FOREIGN KEY ("kit_id") REFERENCES "supplies"."kits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplies"."kits" ADD CONSTRAINT "kits_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supplies"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kits_on_shelf" ON "supplies"."kits" USING btree ("starts_at","id") WHERE "supplies"."kits"."state" in ('requested', 'assembling', 'ready');--> statement-breakpoint
CREATE INDEX "kits_issued_at" ON "supplies"."kits" USING btree ("issued_at") WHERE "supplies"."kits"."issued_at" is not null;--> statement-breakpoint
CREATE INDEX "kits_return_due_starts_at" ON "supplies"."kits" USING btree ("starts_at") WHERE "supplies"."kits"."return_due";--> statement-breakpoint
CREATE INDEX "kits_worker" ON "supplies"."kits" USING btree ("worker_id");