-- Find open actions by due date without reading the closed ones
--
-- Revision ID: 7d52c6f18ab0
-- Revises: e07a41c95b38
-- Create Date: 2025-01-14 12:03

-- migrate:up sqlite
CREATE INDEX ix_actions_open_due ON actions (due, transcript_id) WHERE status = 'open';

-- migrate:down sqlite
DROP INDEX ix_actions_open_due;

-- migrate:up postgres transaction:false
CREATE INDEX CONCURRENTLY ix_actions_open_due ON actions (due, transcript_id)
 WHERE status = 'open';

-- migrate:down postgres transaction:false
DROP INDEX CONCURRENTLY ix_actions_open_due;
