-- A field of a Go template gets its value; braces that are no template stay.
-- --- file migrations/1_a.up.sql
CREATE TABLE {{ .Prefix }}a (x text DEFAULT '{{1,2},{3,4}}', y text DEFAULT '{{name}}');
-- --- file migrations/1_a.down.sql
DROP TABLE {{.Prefix}}a;
-- --- retort check --layout golang-migrate --variable Prefix=my_
-- --- stdout
migrations: 1 revision, head 1, sqlite: proved up, down, up
