-- Devices of a session
--
-- Revision ID: kratos_devices
-- Revises: lnd_15

-- migrate:up
CREATE TABLE session_devices (
    id         uuid PRIMARY KEY,
    ip_address varchar(50) DEFAULT '',
    user_agent varchar(512) DEFAULT '',
    location   varchar(512) DEFAULT '',
    nid        uuid NOT NULL,
    session_id uuid NOT NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT session_metadata_sessions_id_fk FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT session_metadata_nid_fk FOREIGN KEY (nid) REFERENCES networks (id) ON DELETE CASCADE,
    CONSTRAINT unique_session_device UNIQUE (nid, session_id, ip_address, user_agent)
);
CREATE INDEX session_devices_id_nid_idx ON session_devices (id, nid);
CREATE INDEX session_devices_session_id_nid_idx ON session_devices (session_id, nid);
