-- Add free notes to transcripts
--
-- Its down is derived: the column goes again.
--
-- Revision ID: 5b1e9c04d7f2
-- Revises: 20240507_01_baseline
-- Create Date: 2024-06-12 16:40

-- migrate:up lock_timeout:2s
ALTER TABLE transcripts ADD COLUMN notes text;
