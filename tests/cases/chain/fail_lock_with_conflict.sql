-- Two branches locked: git leaves its markers.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/retort.lock
# retort lock 1
<<<<<<< HEAD
b
=======
c
>>>>>>> other
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:2:1: error: git conflict marker: two branches have locked revisions [bad-lock-file]
    2 | <<<<<<< HEAD
      | ^~~~~~~~~~~~
help: if only one of them was released, keep that side and lock again:
help:     git checkout --ours -- migrations/retort.lock     (or --theirs)
help:     retort rebase <own revision> --onto <released head>  and  retort lock
help: if both were released, keep the lines of both sides, and:  retort merge -m "..."
1 error generated.
