-- Add free notes to transcripts
--
-- Revision ID: 5b1e9c04d7f2
-- Revises: 20240507_01_baseline
-- Create Date: 2024-06-12 16:40

-- migrate:up
ALTER TABLE transcripts ADD COLUMN notes text;

-- migrate:down
ALTER TABLE transcripts DROP COLUMN notes;
