CREATE SCHEMA "notifications";
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
CREATE TABLE "notifications"."people" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"roles" text[] NOT NULL,
	"client_id" uuid,
	"worker_id" uuid,
	"active" boolean NOT NULL,
	CONSTRAINT "people_client_id_unique" UNIQUE("client_id"),
	CONSTRAINT "people_worker_id_unique" UNIQUE("worker_id")
);
--> statement-breakpoint
ALTER TABLE "notifications"."deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "notifications"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_message" ON "notifications"."deliveries" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_created_at" ON "notifications"."messages" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "messages_order" ON "notifications"."messages" USING btree ("order_id");