DROP INDEX "events"."outbox_name_sequence";--> statement-breakpoint
DROP INDEX "billing"."invoices_week";--> statement-breakpoint
CREATE INDEX "invoices_status_total" ON "billing"."invoices" USING btree ("status","total","id");--> statement-breakpoint
CREATE INDEX "payees_name" ON "billing"."payees" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "payers_name" ON "billing"."payers" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "outbox_name_occurred" ON "events"."outbox" USING btree ("name","occurred_at","sequence");--> statement-breakpoint
CREATE INDEX "accounts_clients_inactive" ON "identity"."accounts" USING btree ("name","id") WHERE "identity"."accounts"."client_id" is not null and not "identity"."accounts"."active";--> statement-breakpoint
CREATE INDEX "recipients_search" ON "notifications"."recipients" USING gin (("name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "invoices_week" ON "billing"."invoices" USING btree ("week","year","sequence");