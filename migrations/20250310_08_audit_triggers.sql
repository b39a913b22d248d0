-- Write an audit event whenever an action changes its status
--
-- Until now each client was trusted to do it, and not every one did.
--
-- Revision ID: a6093be7f41d
-- Revises: 7d52c6f18ab0
-- Create Date: 2025-03-10 15:27

-- migrate:up sqlite
CREATE TRIGGER actions_audit_status AFTER UPDATE OF status ON actions
WHEN old.status IS NOT new.status
BEGIN
    INSERT INTO audit_events (transcript_id, event_type, payload)
    VALUES (
        new.transcript_id,
        CASE new.status
            WHEN 'done' THEN 'action.done'
            WHEN 'open' THEN 'action.reopened'
            ELSE 'action.changed'
        END,
        json_object('action', new.id, 'from', old.status, 'to', new.status)
    );
    UPDATE transcripts SET updated_at = CURRENT_TIMESTAMP WHERE id = new.transcript_id;
END;

-- migrate:down sqlite
DROP TRIGGER actions_audit_status;

-- migrate:up postgres
CREATE FUNCTION actions_audit_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_events (transcript_id, event_type, payload)
    VALUES (
        new.transcript_id,
        CASE new.status
            WHEN 'done' THEN 'action.done'
            WHEN 'open' THEN 'action.reopened'
            ELSE 'action.changed'
        END,
        json_build_object('action', new.id, 'from', old.status, 'to', new.status)::text
    );
    UPDATE transcripts SET updated_at = now() WHERE id = new.transcript_id;
    RETURN NULL;
END;
$$;
CREATE TRIGGER actions_audit_status AFTER UPDATE OF status ON actions
    FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status)
    EXECUTE FUNCTION actions_audit_status();

-- migrate:down postgres
DROP TRIGGER actions_audit_status ON actions;
DROP FUNCTION actions_audit_status();
