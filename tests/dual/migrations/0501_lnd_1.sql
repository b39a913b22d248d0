-- Invoices
--
-- Revision ID: lnd_1
-- Revises: ncps_staging

-- migrate:up
CREATE TABLE invoice_sequences (name text PRIMARY KEY, current_value bigint NOT NULL);
INSERT INTO invoice_sequences (name, current_value) VALUES ('settle_index', 0) ON CONFLICT (name) DO NOTHING;

CREATE TABLE invoices (
    id                   bigserial PRIMARY KEY,
    hash                 bytea NOT NULL UNIQUE,
    preimage             bytea,
    settle_index         bigint,
    settled_at           timestamp,
    memo                 text,
    amount_msat          bigint NOT NULL,
    cltv_delta           integer,
    expiry               integer NOT NULL,
    payment_addr         bytea UNIQUE,
    payment_request      text,
    payment_request_hash bytea UNIQUE,
    state                smallint NOT NULL,
    amount_paid_msat     bigint NOT NULL,
    is_amp               boolean NOT NULL,
    is_hodl              boolean NOT NULL,
    is_keysend           boolean NOT NULL,
    created_at           timestamp NOT NULL
);
CREATE INDEX invoices_hash_idx ON invoices (hash);
CREATE INDEX invoices_preimage_idx ON invoices (preimage);
CREATE INDEX invoices_payment_addr_idx ON invoices (payment_addr);
CREATE INDEX invoices_state_idx ON invoices (state);
CREATE INDEX invoices_created_at_idx ON invoices (created_at);
CREATE INDEX invoices_settled_at_idx ON invoices (settled_at);

CREATE TABLE invoice_features (
    feature    integer NOT NULL,
    invoice_id bigint NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    UNIQUE (feature, invoice_id)
);
CREATE INDEX invoice_feature_invoice_id_idx ON invoice_features (invoice_id);

CREATE TABLE invoice_htlcs (
    id             bigserial PRIMARY KEY,
    chan_id        text NOT NULL,
    htlc_id        bigint NOT NULL,
    amount_msat    bigint NOT NULL,
    total_mpp_msat bigint,
    accept_height  integer NOT NULL,
    accept_time    timestamp NOT NULL,
    expiry_height  integer NOT NULL,
    state          smallint NOT NULL,
    resolve_time   timestamp,
    invoice_id     bigint NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    UNIQUE (chan_id, htlc_id)
);
CREATE INDEX invoice_htlc_invoice_id_idx ON invoice_htlcs (invoice_id);

CREATE TABLE invoice_htlc_custom_records (
    key     bigint NOT NULL,
    value   bytea NOT NULL,
    htlc_id bigint NOT NULL REFERENCES invoice_htlcs (id) ON DELETE CASCADE
);
CREATE INDEX invoice_htlc_custom_records_htlc_id_idx ON invoice_htlc_custom_records (htlc_id);
