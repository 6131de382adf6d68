CREATE TRIGGER policy_versions_are_forever BEFORE DELETE OR TRUNCATE ON platform.policy_versions
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
--> statement-breakpoint
CREATE TRIGGER policy_versions_change_only_by_withdrawal
	BEFORE UPDATE OF "set", version, effective_from, values, author, reason, created_at ON platform.policy_versions
	FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
