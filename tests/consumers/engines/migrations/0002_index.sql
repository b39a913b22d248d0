-- Find words, without locking their table
--
-- Revision ID: 0002
-- Revises: 0001

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY words_word ON words (word);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY words_word;
