-- Full-text search over segments
--
-- On SQLite the index has external content, so it holds no second copy of the text, and
-- three triggers keep it in step. What was recorded before is indexed here once. On
-- PostgreSQL it is a generated column. Neither minds accents or the case of letters.
--
-- Revision ID: 1fa7704be6d3
-- Revises: c83d20f6a19e
-- Create Date: 2024-09-02 10:22

-- migrate:up sqlite
CREATE VIRTUAL TABLE segments_fts USING fts5(
    text,
    speaker,
    content='segments',
    content_rowid='id',
    tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER segments_fts_insert AFTER INSERT ON segments BEGIN
    INSERT INTO segments_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;

CREATE TRIGGER segments_fts_delete AFTER DELETE ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, speaker)
        VALUES ('delete', old.id, old.text, old.speaker);
END;

CREATE TRIGGER segments_fts_update AFTER UPDATE OF text, speaker ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, speaker)
        VALUES ('delete', old.id, old.text, old.speaker);
    INSERT INTO segments_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;

INSERT INTO segments_fts (segments_fts) VALUES ('rebuild');

-- migrate:verify sqlite
-- Every segment is indexed (counting segments_fts itself would count segments).
SELECT (SELECT count(*) FROM segments_fts_docsize) = (SELECT count(*) FROM segments);

-- migrate:down sqlite
DROP TRIGGER segments_fts_update;
DROP TRIGGER segments_fts_delete;
DROP TRIGGER segments_fts_insert;
DROP TABLE segments_fts;

-- migrate:up postgres
CREATE FUNCTION fold_accents(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower($1), 'áàâãäéèêëíìîïóòôõöúùûüñç', 'aaaaaeeeeiiiiooooouuuunc');
$$;

-- retort: allow(engines-differ) SQLite's index is the table segments_fts
ALTER TABLE segments ADD COLUMN search tsvector GENERATED ALWAYS AS (
    to_tsvector('simple'::regconfig,
                fold_accents(text) || ' ' || fold_accents(coalesce(speaker, '')))
) STORED;
CREATE INDEX ix_segments_search ON segments USING gin (search);

-- migrate:verify postgres
SELECT count(*) = 0 FROM segments WHERE search IS NULL;

-- migrate:down postgres
ALTER TABLE segments DROP COLUMN search;
DROP FUNCTION fold_accents(text);
