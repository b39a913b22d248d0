-- A variant's key is unique within its flag only
--
-- Revision ID: flipt_1
-- Revises: gitness_0060

-- migrate:up
ALTER TABLE variants DROP CONSTRAINT IF EXISTS variants_key_key;
ALTER TABLE variants ADD UNIQUE (flag_key, key);
