-- Memos are shared by a link
--
-- Revision ID: memos_0_27
-- Revises: memos_0_24

-- migrate:up
CREATE TABLE memo_share (
    id         serial PRIMARY KEY,
    uid        text NOT NULL UNIQUE,
    memo_id    integer NOT NULL,
    creator_id integer NOT NULL,
    created_ts bigint NOT NULL DEFAULT extract(epoch FROM now()),
    expires_ts bigint DEFAULT NULL,
    FOREIGN KEY (memo_id) REFERENCES memo (id) ON DELETE CASCADE
);
CREATE INDEX idx_memo_share_memo_id ON memo_share (memo_id);
