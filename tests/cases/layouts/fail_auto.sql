-- Signs of two layouts, and none at all: LAYOUT has to say it.
-- --- file mixed/1_a.sql
-- +goose Up
-- +goose Down
-- --- file mixed/2_b.sql
-- migrate:up
-- migrate:down
-- --- file nothing/notes.sql
SELECT 1;
-- --- retort check mixed --layout auto
-- --- exit 1
-- --- stderr
mixed/2_b.sql:1:1: error: this looks like layout 'dbmate', and another file like layout 'goose' [mixed-layouts]
mixed/1_a.sql:1:1: note: layout 'goose' was seen here, by a line with '+goose'
help: say which one it is:  LAYOUT goose
1 error generated.
-- --- retort check nothing --layout auto
-- --- exit 1
-- --- stderr
nothing:1:1: error: nothing in 'nothing' tells how its files are arranged [mixed-layouts]
help: say how the files are arranged:  LAYOUT numbered
1 error generated.
-- --- retort check gone --layout auto
-- --- exit 1
-- --- stderr
gone:1:1: error: cannot read 'gone': No such file or directory [cannot-read]
1 error generated.
