-- Authentication
--
-- Revision ID: flipt_4
-- Revises: flipt_3

-- migrate:up
CREATE TABLE authentications (
    id                  varchar(255) PRIMARY KEY,
    hashed_client_token varchar(255) NOT NULL UNIQUE,
    method              integer NOT NULL DEFAULT 0,
    metadata            text,
    expires_at          timestamp,
    created_at          timestamp NOT NULL DEFAULT current_timestamp,
    updated_at          timestamp NOT NULL DEFAULT current_timestamp
);
CREATE UNIQUE INDEX hashed_client_token_authentications_index ON authentications (hashed_client_token);
