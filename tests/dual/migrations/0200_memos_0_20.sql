-- Reactions
--
-- Revision ID: memos_0_20
-- Revises: flipt_6

-- migrate:up
CREATE TABLE reaction (
    id            serial PRIMARY KEY,
    created_ts    bigint NOT NULL DEFAULT extract(epoch FROM now()),
    creator_id    integer NOT NULL,
    content_id    text NOT NULL,
    reaction_type text NOT NULL,
    UNIQUE (creator_id, content_id, reaction_type)
);
