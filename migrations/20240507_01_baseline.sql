-- Create transcripts with segments, actions and audit events
--
-- Revision ID: 20240507_01_baseline
-- Revises:
-- Create Date: 2024-05-07 09:12

-- migrate:up
CREATE TABLE transcripts (
    id         text NOT NULL PRIMARY KEY,
    org_id     text NOT NULL,
    title      text NOT NULL,
    status     text NOT NULL DEFAULT 'active',
    lang       text NOT NULL DEFAULT 'es',
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX ix_transcripts_org_id ON transcripts (org_id);

CREATE TABLE segments (
    id            integer PRIMARY KEY AUTOINCREMENT,
    transcript_id text NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    segment_id    text NOT NULL,
    rev           integer NOT NULL,
    t0            double precision NOT NULL,
    t1            double precision NOT NULL,
    text          text NOT NULL,
    speaker       text,
    conf          double precision,
    last_write_ts timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT uix_segment UNIQUE (transcript_id, segment_id)
);
CREATE INDEX ix_segments_transcript_id ON segments (transcript_id);
CREATE INDEX ix_segments_segment_id ON segments (segment_id);

CREATE TABLE actions (
    id            text NOT NULL PRIMARY KEY,
    transcript_id text NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    owner         text,
    due           text,
    text          text NOT NULL,
    source_from   double precision,
    source_to     double precision,
    status        text NOT NULL DEFAULT 'open'
);
CREATE INDEX ix_actions_transcript_id ON actions (transcript_id);

CREATE TABLE audit_events (
    id            integer PRIMARY KEY AUTOINCREMENT,
    transcript_id text NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    event_type    text NOT NULL,
    payload       text NOT NULL,
    created_at    timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX ix_audit_events_transcript_id ON audit_events (transcript_id);

-- migrate:down
DROP TABLE audit_events;
DROP TABLE actions;
DROP TABLE segments;
DROP TABLE transcripts;
