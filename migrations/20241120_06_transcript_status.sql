-- Allow only known states of a transcript
--
-- SQLite cannot add a CHECK to a table that exists, so the table is made anew. Its
-- children (segments, actions, audit events) reference it with ON DELETE CASCADE. With
-- foreign keys on, DROP TABLE would delete all their rows, hence foreign_keys:off,
-- and the order of steps (make the new, copy, drop the old, rename the new).
--
-- Revision ID: e07a41c95b38
-- Revises: 94e6b8d2057c
-- Create Date: 2024-11-20 09:48

-- migrate:up sqlite foreign_keys:off
CREATE TABLE transcripts_new (
    id         text NOT NULL PRIMARY KEY,
    org_id     text NOT NULL,
    title      text NOT NULL,
    status     text NOT NULL DEFAULT 'active'
               CONSTRAINT ck_transcripts_status CHECK (status IN ('active', 'archived', 'deleted')),
    lang       text NOT NULL DEFAULT 'es',
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    notes      text,
    owner_id   text REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO transcripts_new
       (id, org_id, title, status, lang, created_at, updated_at, notes, owner_id)
SELECT id, org_id, title, status, lang, created_at, updated_at, notes, owner_id
  FROM transcripts;
DROP TABLE transcripts;
ALTER TABLE transcripts_new RENAME TO transcripts;
CREATE INDEX ix_transcripts_org_id ON transcripts (org_id);
CREATE INDEX ix_transcripts_owner_id ON transcripts (owner_id);

-- migrate:down sqlite foreign_keys:off
CREATE TABLE transcripts_old (
    id         text NOT NULL PRIMARY KEY,
    org_id     text NOT NULL,
    title      text NOT NULL,
    status     text NOT NULL DEFAULT 'active',
    lang       text NOT NULL DEFAULT 'es',
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    notes      text,
    owner_id   text REFERENCES users (id) ON DELETE SET NULL
);
INSERT INTO transcripts_old
       (id, org_id, title, status, lang, created_at, updated_at, notes, owner_id)
SELECT id, org_id, title, status, lang, created_at, updated_at, notes, owner_id
  FROM transcripts;
DROP TABLE transcripts;
ALTER TABLE transcripts_old RENAME TO transcripts;
CREATE INDEX ix_transcripts_org_id ON transcripts (org_id);
CREATE INDEX ix_transcripts_owner_id ON transcripts (owner_id);

-- migrate:up postgres lock_timeout:2s
ALTER TABLE transcripts ADD CONSTRAINT ck_transcripts_status
      CHECK (status IN ('active', 'archived', 'deleted'));

-- migrate:down postgres lock_timeout:2s
ALTER TABLE transcripts DROP CONSTRAINT ck_transcripts_status;
