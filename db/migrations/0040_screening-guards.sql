-- What was proposed, by which rule, and who was in which arm, stays as it was: replays and results rest on it.
CREATE TRIGGER scorecards_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON hiring.scorecards
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER screening_rules_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON hiring.screening_rules
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER screening_activations_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON hiring.screening_activations
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER experiment_arms_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON hiring.experiment_arms
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER experiment_members_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON hiring.experiment_members
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
