-- Keep notes short
--
-- Revision ID: 0002
-- Revises: 0001

-- migrate:up
ALTER TABLE notes ADD CONSTRAINT notes_short CHECK (length(body) <= 100);
