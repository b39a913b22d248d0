-- One number twice: as a plain file, as a half, as a plain file beside a half.
-- --- file migrations/1_a.sql
SELECT 1;
-- --- file migrations/01_b.sql
SELECT 1;
-- --- file migrations/2_c.up.sql
SELECT 1;
-- --- file migrations/2_c.down.sql
SELECT 1;
-- --- file migrations/2_d.up.sql
SELECT 1;
-- --- file migrations/3_e.sql
SELECT 1;
-- --- file migrations/3_e.down.sql
SELECT 1;
-- --- retort check --layout numbered -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/1_a.sql:1:1: error: revision '1' is defined twice [duplicate-revision]
    1 | SELECT 1;
      | ^
migrations/01_b.sql:1:1: note: the other file is here
    1 | SELECT 1;
      | ^
help: give one of them another number, or make them '1_name.up.sql' and '1_name.down.sql'
migrations/2_d.up.sql:1:1: error: revision '2' is defined twice [duplicate-revision]
    1 | SELECT 1;
      | ^
migrations/2_c.up.sql:1:1: note: the other file is here
    1 | SELECT 1;
      | ^
help: give one of them another number, or make them '2_name.up.sql' and '2_name.down.sql'
migrations/3_e.sql:1:1: error: revision '3' is defined twice [duplicate-revision]
    1 | SELECT 1;
      | ^
migrations/3_e.down.sql:1:1: note: the other file is here
    1 | SELECT 1;
      | ^
help: give one of them another number, or make them '3_name.up.sql' and '3_name.down.sql'
3 errors generated.
