-- Create words
--
-- Revision ID: 0001
-- Revises:

-- migrate:up
CREATE TYPE kind AS ENUM ('noun', 'verb');
CREATE TABLE words (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind kind NOT NULL,
    word text NOT NULL
);
COPY words (kind, word) FROM stdin;
noun	vessel
verb	distil
\.
CREATE FUNCTION count_words() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT count(*) FROM words);
END;
$$;

-- migrate:verify
SELECT count_words() = 2;

-- migrate:down
DROP FUNCTION count_words();
DROP TABLE words;
DROP TYPE kind;
