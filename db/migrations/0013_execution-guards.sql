CREATE TRIGGER endings_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON execution.endings
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER check_ins_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON execution.check_ins
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
