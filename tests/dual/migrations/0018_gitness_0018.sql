-- A check says how its payload is to be read
--
-- Revision ID: gitness_0018
-- Revises: gitness_0017

-- migrate:up
-- retort: allow(lossy-down) the type is no longer written
ALTER TABLE checks
    ADD COLUMN check_payload_version text NOT NULL DEFAULT '',
    ADD COLUMN check_payload_kind text NOT NULL DEFAULT '',
    DROP COLUMN check_type;
