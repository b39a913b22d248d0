-- The last record of each host
--
-- Revision ID: atuin_idx_cache
-- Revises: atuin_store

-- migrate:up
CREATE TABLE store_idx_cache (id bigserial PRIMARY KEY, user_id bigint, host uuid, tag text, idx bigint);
CREATE UNIQUE INDEX store_idx_cache_uniq ON store_idx_cache (user_id, host, tag);
