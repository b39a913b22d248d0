-- Add free notes to transcripts
--
-- Revision ID: 5b1e9c04d7f2
-- Revises: 20240507_01_baseline
-- Create Date: 2024-06-12 16:40

-- migrate:up sqlite
ALTER TABLE transcripts ADD COLUMN notes text;

-- migrate:down sqlite
ALTER TABLE transcripts DROP COLUMN notes;

-- migrate:up postgres lock_timeout:2s
ALTER TABLE transcripts ADD COLUMN notes text;

-- migrate:down postgres lock_timeout:2s
ALTER TABLE transcripts DROP COLUMN notes;
