-- A baseline whose versions are gone is the root.
-- --- file migrations/B5__base.sql
CREATE TABLE a (x integer);
-- --- file migrations/V6__b.sql
CREATE TABLE b (x integer);
-- --- retort history --layout flyway
-- --- stdout
5 -> 6 (head), b
<base> -> 5, base
