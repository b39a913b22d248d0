-- Recurring jobs are not cleaned up
--
-- Revision ID: gitness_0023
-- Revises: gitness_0022

-- migrate:up
DROP INDEX jobs_last_executed;
CREATE INDEX jobs_last_executed ON jobs (job_last_executed)
    WHERE job_is_recurring = false AND (job_state = 'finished' OR job_state = 'failed' OR job_state = 'canceled');
