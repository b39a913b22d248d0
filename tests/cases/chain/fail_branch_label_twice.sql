-- A label is given once, and is no id.
-- --- file migrations/a.sql
-- Revises:
-- Branch labels: cart, b

-- migrate:up
-- --- file migrations/b.sql
-- Revises: a
-- Branch labels: cart

-- migrate:up
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:2:25: error: branch label 'b' is also a revision's ID [duplicate-label]
    2 | -- Branch labels: cart, b
      |                         ^
migrations/b.sql:1:1: note: the revision is here
    1 | -- Revises: a
      | ^
migrations/b.sql:2:19: error: branch label 'cart' is given twice [duplicate-label]
    2 | -- Branch labels: cart
      |                   ^~~~
migrations/a.sql:2:19: note: the first one is here
    2 | -- Branch labels: cart, b
      |                   ^~~~
help: a label holds for all descendants: one revision of a branch has it
2 errors generated.
