-- Tables that the rewritten revisions begin with, as far as they need them
--
-- Revision ID: before
-- Revises:

-- migrate:up
CREATE TABLE principals (principal_id serial PRIMARY KEY, principal_uid text);
CREATE TABLE spaces (
    space_id        serial PRIMARY KEY,
    space_parent_id integer REFERENCES spaces (space_id) ON DELETE CASCADE,
    space_is_public boolean NOT NULL
);
CREATE TABLE repositories (
    repo_id        serial PRIMARY KEY,
    repo_parent_id integer NOT NULL REFERENCES spaces (space_id) ON DELETE CASCADE,
    repo_is_public boolean NOT NULL
);
CREATE TABLE pullreqs (pullreq_id serial PRIMARY KEY);
CREATE TABLE tokens (
    token_id           serial PRIMARY KEY,
    token_type         text,
    token_uid          text,
    token_principal_id integer,
    token_expires_at   bigint,
    token_issued_at    bigint,
    token_created_by   integer,
    UNIQUE (token_principal_id, token_uid),
    CONSTRAINT fk_token_principal_id FOREIGN KEY (token_principal_id) REFERENCES principals ON DELETE CASCADE
);
CREATE INDEX tokens_principal_id ON tokens (token_principal_id);
CREATE INDEX tokens_type_expires_at ON tokens (token_type, token_expires_at);

CREATE TABLE flags (key varchar(255) PRIMARY KEY, name varchar(255) NOT NULL);
CREATE TABLE variants (
    id          varchar(255) PRIMARY KEY,
    flag_key    varchar(255) NOT NULL REFERENCES flags ON DELETE CASCADE,
    key         varchar(255) NOT NULL UNIQUE,
    name        varchar(255) NOT NULL,
    description text NOT NULL,
    created_at  timestamp NOT NULL DEFAULT current_timestamp,
    updated_at  timestamp NOT NULL DEFAULT current_timestamp
);

CREATE TABLE memo (id serial PRIMARY KEY, content text NOT NULL DEFAULT '');
CREATE TABLE memo_organizer (
    memo_id integer NOT NULL,
    user_id integer NOT NULL,
    pinned  integer NOT NULL DEFAULT 0,
    UNIQUE (memo_id, user_id)
);

CREATE TABLE nar_files (id bigserial PRIMARY KEY, hash text NOT NULL);

CREATE TABLE networks (id uuid PRIMARY KEY);
CREATE TABLE sessions (id uuid PRIMARY KEY, nid uuid NOT NULL REFERENCES networks ON DELETE CASCADE);

INSERT INTO principals (principal_uid) VALUES ('admin');
INSERT INTO spaces (space_is_public) VALUES (true), (false);
INSERT INTO repositories (repo_parent_id, repo_is_public) VALUES (1, true), (1, false), (2, true);
INSERT INTO tokens (token_uid, token_principal_id) VALUES ('ci', 1), ('CI', 1), ('laptop', 1);
INSERT INTO flags VALUES ('dark', 'Dark mode');
INSERT INTO variants (id, flag_key, key, name, description) VALUES ('v1', 'dark', 'on', 'On', '');
INSERT INTO memo (content) VALUES ('first'), ('second');
INSERT INTO memo_organizer VALUES (2, 1, 1);
