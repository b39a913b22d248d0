-- Background jobs
--
-- Revision ID: gitness_0022
-- Revises: gitness_0018

-- migrate:up
CREATE TABLE jobs (
    job_uid                  text NOT NULL,
    job_created              bigint NOT NULL,
    job_updated              bigint NOT NULL,
    job_type                 text NOT NULL,
    job_priority             integer NOT NULL,
    job_data                 text NOT NULL,
    job_result               text NOT NULL,
    job_max_duration_seconds integer NOT NULL,
    job_max_retries          integer NOT NULL,
    job_state                text NOT NULL,
    job_scheduled            bigint NOT NULL,
    job_total_executions     integer,
    job_run_by               text NOT NULL,
    job_run_deadline         bigint,
    job_run_progress         integer NOT NULL,
    job_last_executed        bigint,
    job_is_recurring         boolean NOT NULL,
    job_recurring_cron       text NOT NULL,
    job_consecutive_failures integer NOT NULL,
    job_last_failure_error   text NOT NULL,
    CONSTRAINT pk_jobs_uid PRIMARY KEY (job_uid)
);
CREATE INDEX jobs_scheduled ON jobs (job_scheduled) WHERE job_state = 'scheduled';
CREATE INDEX jobs_run_deadline ON jobs (job_run_deadline) WHERE job_state = 'running';
CREATE INDEX jobs_last_executed ON jobs (job_last_executed) WHERE job_state = 'finished' OR job_state = 'failed';
