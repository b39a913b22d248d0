-- Names of tokens are unique whatever their case
--
-- Revision ID: gitness_0044
-- Revises: gitness_0023

-- migrate:up
ALTER TABLE tokens DROP CONSTRAINT tokens_token_principal_id_token_uid_key;
DROP INDEX tokens_principal_id;
-- retort: allow(lossy-down) the newest token of a name stays
DELETE FROM tokens t1 USING tokens t2
    WHERE t1.token_id < t2.token_id
      AND t1.token_principal_id = t2.token_principal_id
      AND lower(t1.token_uid) = lower(t2.token_uid);
CREATE UNIQUE INDEX tokens_principal_id_uid ON tokens (token_principal_id, lower(token_uid));
