CREATE INDEX "invoices_status" ON "billing"."invoices" USING btree ("status","year","sequence");--> statement-breakpoint
CREATE INDEX "invoices_client" ON "billing"."invoices" USING btree ("client_id","year","sequence");--> statement-breakpoint
CREATE INDEX "invoices_total" ON "billing"."invoices" USING btree ("total","id");