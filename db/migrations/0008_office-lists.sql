CREATE TABLE "identity"."saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("account_id","list","name")
);
--> statement-breakpoint
DROP INDEX "ordering"."orders_service_type";--> statement-breakpoint
DROP INDEX "platform"."audit_entries_subject_at";--> statement-breakpoint
DROP INDEX "platform"."audit_entries_at";--> statement-breakpoint
ALTER TABLE "identity"."saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "identity"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "workers_added" ON "hiring"."workers" USING btree ("added_at","id");--> statement-breakpoint
CREATE INDEX "accounts_clients_name" ON "identity"."accounts" USING btree ("name","id") WHERE "identity"."accounts"."client_id" is not null;--> statement-breakpoint
CREATE INDEX "accounts_clients_since" ON "identity"."accounts" USING btree ("created_at","id") WHERE "identity"."accounts"."client_id" is not null;--> statement-breakpoint
CREATE INDEX "orders_service_type_start" ON "ordering"."orders" USING btree ("service_type_id","starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_service_type_number" ON "ordering"."orders" USING btree ("service_type_id","number");--> statement-breakpoint
CREATE INDEX "orders_client_start" ON "ordering"."orders" USING btree ("client_id","starts_at","number");--> statement-breakpoint
CREATE INDEX "orders_worker_start" ON "ordering"."orders" USING btree ("worker_id","starts_at","number");--> statement-breakpoint
CREATE INDEX "workers_name" ON "ordering"."workers" USING gin (to_tsvector('simple', "name"));--> statement-breakpoint
CREATE INDEX "audit_entries_action_at" ON "platform"."audit_entries" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_at" ON "platform"."audit_entries" USING btree (("actor" ->> 'id'),"at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_at" ON "platform"."audit_entries" USING btree ("subject","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "platform"."audit_entries" USING btree ("at","id");