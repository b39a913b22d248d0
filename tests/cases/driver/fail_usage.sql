-- Words that are not known, with the nearest one, and exit code 2.
-- --- retort chek
-- --- exit 2
-- --- stderr
retort: error: unknown verb 'chek'; did you mean 'check'?
help: retort --help
-- --- retort check --locke
-- --- exit 2
-- --- stderr
retort: error: unknown option '--locke'; did you mean '--locked'?
help: retort check --help
-- --- retort check --engine=sqllite
-- --- exit 2
-- --- stderr
retort: error: unknown engine 'sqllite'; did you mean 'sqlite'?
help: engines: sqlite, postgres
-- --- retort check --layout=retrt
-- --- exit 2
-- --- stderr
retort: error: unknown layout 'retrt'; did you mean 'retort'?
help: layouts: retort, numbered, named, goose, dbmate, sql-migrate, golang-migrate, sqlx, diesel, flyway, sqitch, prisma, alembic-sql, auto
-- --- retort check -Wmising-down
-- --- exit 2
-- --- stderr
retort: error: unknown warning 'mising-down'; did you mean 'missing-down'?
help: retort check --help
-- --- retort check one two
-- --- exit 2
-- --- stderr
retort: error: unexpected argument 'two'
help: retort check --help
-- --- retort check --name
-- --- exit 2
-- --- stderr
retort: error: option '--name' needs a value
help: retort check --help
-- --- retort compile --name=app
-- --- exit 2
-- --- stderr
retort: error: 'compile' needs the output folder (--output-dir)
help: retort compile --help
-- --- retort show
-- --- exit 2
-- --- stderr
retort: error: 'show' needs a revision
help: retort show --help
-- --- retort rebase a1
-- --- exit 2
-- --- stderr
retort: error: 'rebase' needs --onto
help: retort rebase --help
-- --- retort check --dir=a b
-- --- exit 2
-- --- stderr
retort: error: the folder is given twice: 'a' and 'b'
help: retort check --help
-- --- retort --locked check
-- --- exit 2
-- --- stderr
retort: error: unknown option '--locked' before the verb
help: retort --help
-- --- retort 
-- --- exit 2
-- --- stderr
retort: error: no verb is given
help: retort --help
-- --- retort check --verify=postgres
-- --- exit 2
-- --- stderr
retort: error: --verify=postgres, and the chain has no engine 'postgres'
help: retort check --help
-- --- retort prove --engine=postgres
-- --- exit 2
-- --- stderr
retort: error: 'prove' needs --stamp
help: retort prove --help
-- --- retort prove --stamp=s
-- --- exit 2
-- --- stderr
retort: error: 'prove' needs the engine 'postgres'
help: retort prove --engine=postgres
-- --- retort compile --name=a --output-dir=b --schema=s.sql
-- --- exit 2
-- --- stderr
retort: error: --schema is not supported yet: the head is not compared with a declared schema
help: leave out SCHEMA until it is
-- --- retort check @nowhere
-- --- exit 2
-- --- stderr
retort: error: cannot read the options in 'nowhere'
