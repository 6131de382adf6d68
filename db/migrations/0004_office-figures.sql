DROP INDEX "billing"."ledger_postings_account";--> statement-breakpoint
CREATE INDEX "jobs_scheduled" ON "execution"."jobs" USING btree ("starts_at") WHERE "execution"."jobs"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "jobs_overdue" ON "execution"."jobs" USING btree ("overdue_at") WHERE "execution"."jobs"."state" = 'started' and "execution"."jobs"."overdue_at" is not null;--> statement-breakpoint
CREATE INDEX "accounts_search" ON "identity"."accounts" USING gin (("name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "messages_failed" ON "notifications"."messages" USING btree ("created_at") WHERE "notifications"."messages"."status" = 'failed';--> statement-breakpoint
CREATE INDEX "orders_start_outcome" ON "ordering"."orders" USING btree ("starts_at","state","ending_reason");--> statement-breakpoint
CREATE INDEX "ratings_worker" ON "ordering"."ratings" USING btree ("worker_id");--> statement-breakpoint
CREATE INDEX "cookie_orders_gave_up" ON "supplies"."cookie_orders" USING btree ("gave_up_at") WHERE "supplies"."cookie_orders"."state" = 'given-up';--> statement-breakpoint
CREATE INDEX "ledger_postings_account" ON "billing"."ledger_postings" USING btree ("account_id","transaction_id","amount");