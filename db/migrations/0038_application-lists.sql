DROP INDEX "hiring"."applications_vacancy";--> statement-breakpoint
CREATE INDEX "applications_vacancy" ON "hiring"."applications" USING btree ("vacancy_id","submitted_at","id");