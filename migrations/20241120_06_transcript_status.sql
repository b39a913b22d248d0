-- Allow only known states of a transcript
--
-- SQLite cannot add a CHECK to a table that exists, so there the table is made anew. Its
-- children (segments, actions, audit events) reference it with ON DELETE CASCADE; they keep
-- their rows, as 'retort explain e07a41c95b38' shows. The down is derived.
--
-- Revision ID: e07a41c95b38
-- Revises: 94e6b8d2057c
-- Create Date: 2024-11-20 09:48

-- migrate:up lock_timeout:2s
ALTER TABLE transcripts ADD CONSTRAINT ck_transcripts_status
      CHECK (status IN ('active', 'archived', 'deleted'));
