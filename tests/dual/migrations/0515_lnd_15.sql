-- The network that this database belongs to
--
-- Revision ID: lnd_15
-- Revises: lnd_1

-- migrate:up
CREATE TABLE chain_params (
    single_row boolean PRIMARY KEY DEFAULT true CHECK (single_row),
    network    text NOT NULL
);
