-- Files are kept in chunks
--
-- Revision ID: ncps_chunks
-- Revises: atuin_idx_cache

-- migrate:up
CREATE TABLE chunks (
    id              bigserial PRIMARY KEY,
    hash            text NOT NULL UNIQUE,
    size            integer NOT NULL CHECK (size >= 0),
    compressed_size integer NOT NULL DEFAULT 0 CHECK (compressed_size >= 0),
    created_at      timestamp NOT NULL DEFAULT current_timestamp,
    updated_at      timestamptz
);
CREATE TABLE nar_file_chunks (
    nar_file_id bigint NOT NULL REFERENCES nar_files (id) ON DELETE CASCADE,
    chunk_id    bigint NOT NULL REFERENCES chunks (id) ON DELETE CASCADE,
    chunk_index bigint NOT NULL,
    PRIMARY KEY (nar_file_id, chunk_index)
);
CREATE INDEX idx_nar_file_chunks_chunk_id ON nar_file_chunks (chunk_id);
