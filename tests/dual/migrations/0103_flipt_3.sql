-- A variant carries data
--
-- Revision ID: flipt_3
-- Revises: flipt_1

-- migrate:up
ALTER TABLE variants ADD attachment jsonb;
