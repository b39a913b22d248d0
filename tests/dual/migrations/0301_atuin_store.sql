-- Records of all hosts
--
-- Revision ID: atuin_store
-- Revises: memos_0_27

-- migrate:up
CREATE TABLE store (
    id         uuid PRIMARY KEY,
    client_id  uuid NOT NULL,
    host       uuid NOT NULL,
    idx        bigint NOT NULL,
    timestamp  bigint NOT NULL,
    version    text NOT NULL,
    tag        text NOT NULL,
    data       text NOT NULL,
    cek        text NOT NULL,
    user_id    bigint NOT NULL,
    created_at timestamp NOT NULL DEFAULT current_timestamp
);
CREATE UNIQUE INDEX record_uniq ON store (user_id, host, tag, idx);
