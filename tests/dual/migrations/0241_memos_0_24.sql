-- Pins move to the memo
--
-- Revision ID: memos_0_24
-- Revises: memos_0_20

-- migrate:up
ALTER TABLE memo ADD COLUMN pinned boolean NOT NULL DEFAULT false;
UPDATE memo SET pinned = true FROM memo_organizer
    WHERE memo.id = memo_organizer.memo_id AND memo_organizer.pinned = 1;
