DROP INDEX "matching"."reservations_one_held";--> statement-breakpoint
ALTER TABLE "matching"."reservations" ADD COLUMN "replacing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_one_held" ON "matching"."reservations" USING btree ("order_id","replacing") WHERE "matching"."reservations"."status" = 'held';