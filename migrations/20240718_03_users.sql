-- Add users, and an owner for each transcript
--
-- Transcripts made before this revision have no owner. A user who leaves keeps no
-- transcript alive and takes none along, the owner becomes NULL.
--
-- Revision ID: c83d20f6a19e
-- Revises: 5b1e9c04d7f2
-- Create Date: 2024-07-18 11:05

-- migrate:up
CREATE TABLE users (
    id         text PRIMARY KEY,
    org_id     text NOT NULL,
    email      text NOT NULL,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uix_users_email UNIQUE (email)
);
CREATE INDEX ix_users_org_id ON users (org_id);

ALTER TABLE transcripts ADD COLUMN owner_id text REFERENCES users (id) ON DELETE SET NULL;
CREATE INDEX ix_transcripts_owner_id ON transcripts (owner_id);

-- migrate:down
DROP INDEX ix_transcripts_owner_id;
ALTER TABLE transcripts DROP COLUMN owner_id;
DROP TABLE users;
