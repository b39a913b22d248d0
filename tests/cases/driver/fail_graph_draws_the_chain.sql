-- The chain as a drawing; branches run in columns of their own.
-- --- file migrations/0001_a.sql
-- Make a1
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t_a1 (x int);

-- migrate:down
DROP TABLE t_a1;
-- --- file migrations/0002_b.sql
-- Make b2
--
-- Revision ID: b2
-- Revises: a1

-- migrate:up
CREATE TABLE t_b2 (x int);

-- migrate:down
DROP TABLE t_b2;
-- --- file migrations/0003_c.sql
-- Make c3
--
-- Revision ID: c3
-- Revises: a1

-- migrate:up
CREATE TABLE t_c3 (x int);

-- migrate:down
DROP TABLE t_c3;
-- --- file migrations/0004_d.sql
-- Make d4
--
-- Revision ID: d4
-- Revises: b2

-- migrate:up
CREATE TABLE t_d4 (x int);

-- migrate:down
DROP TABLE t_d4;
-- --- file migrations/0005_e.sql
-- Make e5
--
-- Revision ID: e5
-- Revises: d4, c3

-- migrate:up
CREATE TABLE t_e5 (x int);

-- migrate:down
DROP TABLE t_e5;
-- --- file migrations/0006_f.sql
-- Make f6
--
-- Revision ID: f6
-- Revises: e5

-- migrate:up
CREATE TABLE t_f6 (x int);

-- migrate:down
DROP TABLE t_f6;
-- --- retort graph
-- --- stdout
* f6 (head), Make f6
* e5 (mergepoint), Make e5
|\
* | d4, Make d4
| * c3, Make c3
* | b2, Make b2
|/
* a1 (branchpoint), Make a1
-- --- retort graph --format dot
-- --- stdout
digraph "migrations" {
  rankdir=BT;
  node [shape=box];
  r0 [label="a1\nMake a1"];
  r1 [label="b2\nMake b2"];
  r2 [label="c3\nMake c3"];
  r3 [label="d4\nMake d4"];
  r4 [label="e5\nMake e5"];
  r5 [label="f6\nMake f6"];
  r0 -> r1;
  r0 -> r2;
  r1 -> r3;
  r2 -> r4;
  r3 -> r4;
  r4 -> r5;
}
-- --- retort graph --format=mermaid
-- --- stdout
flowchart BT
  r0["a1<br>Make a1"]
  r1["b2<br>Make b2"]
  r2["c3<br>Make c3"]
  r3["d4<br>Make d4"]
  r4["e5<br>Make e5"]
  r5["f6<br>Make f6"]
  r0 --> r1
  r0 --> r2
  r1 --> r3
  r2 --> r4
  r3 --> r4
  r4 --> r5
-- --- retort graph --format=svg
-- --- exit 2
-- --- stderr
retort: error: unknown form 'svg'
help: forms: text, dot, mermaid
