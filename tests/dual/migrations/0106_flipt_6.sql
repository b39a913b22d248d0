-- Namespaces, with one to begin with
--
-- Revision ID: flipt_6
-- Revises: flipt_4

-- migrate:up
CREATE TABLE namespaces (
    key         varchar(255) PRIMARY KEY,
    name        varchar(255) NOT NULL,
    description text NOT NULL,
    protected   boolean NOT NULL DEFAULT false,
    created_at  timestamp NOT NULL DEFAULT current_timestamp,
    updated_at  timestamp NOT NULL DEFAULT current_timestamp
);
INSERT INTO namespaces (key, name, description, protected)
    VALUES ('default', 'Default', 'Default namespace', true);
