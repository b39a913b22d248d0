-- Find open actions by due date without reading the closed ones
--
-- Revision ID: 7d52c6f18ab0
-- Revises: e07a41c95b38
-- Create Date: 2025-01-14 12:03

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY ix_actions_open_due ON actions (due, transcript_id)
 WHERE status = 'open';

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY ix_actions_open_due;
