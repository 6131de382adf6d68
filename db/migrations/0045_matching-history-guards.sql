CREATE FUNCTION matching.note_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	INSERT INTO matching.changes (sample) SELECT DISTINCT one FROM unnest(ARRAY[
		CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD) ->> TG_ARGV[0])::uuid END,
		CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW) ->> TG_ARGV[0])::uuid END]) one WHERE one IS NOT NULL
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON matching.normal_samples FOR EACH ROW EXECUTE FUNCTION matching.note_change('id');--> statement-breakpoint
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON matching.availabilities FOR EACH ROW EXECUTE FUNCTION matching.note_change('sample');--> statement-breakpoint
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON matching.reservations FOR EACH ROW EXECUTE FUNCTION matching.note_change('sample');--> statement-breakpoint
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON matching.past_results FOR EACH ROW EXECUTE FUNCTION matching.note_change('sample');--> statement-breakpoint
CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON matching.past_ratings FOR EACH ROW EXECUTE FUNCTION matching.note_change('sample');--> statement-breakpoint
-- An ending that was heard of before its order says something only when the order is known.
CREATE FUNCTION matching.note_change_of_demand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	INSERT INTO matching.changes (sample) SELECT DISTINCT sample FROM matching.past_results WHERE order_id = NEW.order_id
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_change AFTER UPDATE ON matching.demands FOR EACH ROW
	WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at OR OLD.type IS DISTINCT FROM NEW.type OR OLD.zone IS DISTINCT FROM NEW.zone)
	EXECUTE FUNCTION matching.note_change_of_demand();--> statement-breakpoint
CREATE FUNCTION matching.note_release() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF NEW.status = 'released' AND OLD.status = 'held' THEN NEW.released_moment := nextval('matching.moments'); END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER note_release BEFORE UPDATE ON matching.reservations FOR EACH ROW EXECUTE FUNCTION matching.note_release();--> statement-breakpoint
CREATE FUNCTION matching.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF TG_TABLE_NAME = 'normal_samples' THEN
		INSERT INTO matching.sample_versions (sample, version, levels, active) VALUES (NEW.id, NEW.version, NEW.levels, NEW.active);
	ELSIF TG_TABLE_NAME = 'availabilities' THEN
		INSERT INTO matching.availability_versions (sample, version, weekly_hours, days_off)
			VALUES (NEW.sample, NEW.version, NEW.weekly_hours, NEW.days_off);
	ELSIF NEW.version > 0 THEN
		INSERT INTO matching.requirement_versions (type, version, wanted) VALUES (NEW.type, NEW.version, NEW.wanted)
			ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER keep_version AFTER INSERT OR UPDATE ON matching.normal_samples FOR EACH ROW EXECUTE FUNCTION matching.keep_version();--> statement-breakpoint
CREATE TRIGGER keep_version AFTER INSERT OR UPDATE ON matching.availabilities FOR EACH ROW EXECUTE FUNCTION matching.keep_version();--> statement-breakpoint
CREATE TRIGGER keep_version AFTER INSERT OR UPDATE ON matching.requirements FOR EACH ROW EXECUTE FUNCTION matching.keep_version();--> statement-breakpoint
-- What is known when the history begins was known before all that follows.
INSERT INTO matching.sample_versions (sample, version, levels, active, moment) SELECT id, version, levels, active, 0 FROM matching.normal_samples;--> statement-breakpoint
INSERT INTO matching.availability_versions (sample, version, weekly_hours, days_off, moment)
	SELECT sample, version, weekly_hours, days_off, 0 FROM matching.availabilities;--> statement-breakpoint
INSERT INTO matching.requirement_versions (type, version, wanted) SELECT type, version, wanted FROM matching.requirements WHERE version > 0;--> statement-breakpoint
UPDATE matching.reservations SET released_moment = nextval('matching.moments') WHERE status = 'released';--> statement-breakpoint
CREATE INDEX reservations_moment ON matching.reservations (moment);--> statement-breakpoint
CREATE INDEX past_results_moment ON matching.past_results (moment);
