CREATE TRIGGER credit_notes_are_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.credit_notes
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
