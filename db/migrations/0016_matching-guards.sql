ALTER TABLE matching.reservations ADD CONSTRAINT reservations_never_overlap
	EXCLUDE USING gist (sample WITH =, during WITH &&) WHERE (status = 'held');
--> statement-breakpoint
CREATE INDEX reservations_held_during ON matching.reservations USING gist (during) WHERE (status = 'held');
