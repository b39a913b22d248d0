-- The first migration makes the folder; the next takes its name from the habit of the folder.
-- --- env SOURCE_DATE_EPOCH=1715073000
-- --- retort revision -m 'Create words' --rev-id=a1
-- --- stdout
Generating migrations/0001_create_words.sql ...  done
-- --- result migrations/0001_create_words.sql
-- Create words
--
-- Revision ID: a1
-- Revises:
-- Create Date: 2024-05-07 09:10

-- migrate:up

-- migrate:down
-- --- retort revision -m 'Add a (second) table' --rev-id=b2
-- --- stdout
Generating migrations/0002_add_a_second_table.sql ...  done
-- --- result migrations/0002_add_a_second_table.sql
-- Add a (second) table
--
-- Revision ID: b2
-- Revises: a1
-- Create Date: 2024-05-07 09:10

-- migrate:up

-- migrate:down
-- --- retort check
-- --- stdout
migrations: 2 revisions, head b2, sqlite: proved up, down, up
-- --- rename migrations/0002_add_a_second_table.sql migrations/20240506_03_second.sql
-- --- retort revision -m 'Now by day' --rev-id=c3 --engine=sqlite,postgres
-- --- stdout
Generating migrations/20240507_01_now_by_day.sql ...  done
-- --- result migrations/20240507_01_now_by_day.sql
-- Now by day
--
-- Revision ID: c3
-- Revises: b2
-- Create Date: 2024-05-07 09:10

-- migrate:up sqlite

-- migrate:up postgres

-- migrate:down sqlite

-- migrate:down postgres
