-- The pages for people, and the line for machines.
-- --- retort --help
-- --- stdout
usage: retort VERB [options]

Compiles a folder of SQL migrations into C++ and checks it on the way.

on files:
  check                       check a chain as the build does, with proof
  compile                     compile a chain to C++: what add_migrations()
                              calls
  prove                       prove a chain on PostgreSQL, for add_migrations()
  lock                        freeze the revisions that ship now in retort.lock
  history                     list the revisions, newest first
  heads                       show the revisions that no other revises
  branches                    show the revisions that several others revise
  show                        show one revision
  revision                    write the next migration file
  merge                       join heads in a new revision
  rebase                      put a revision behind another one
  import                      turn another tool's folder into layout retort
  sql                         print what a revision sends to each engine
  schema                      print the schema behind a revision as SQL
  explain                     tell what each statement of a revision locks and
                              costs
  graph                       draw the chain
  completion                  print a completion script

on a database:
  upgrade                     apply what is missing
  downgrade                   revert
  current                     show where the database stands
  stamp                       record a revision without running anything
  verify                      compare the live schema with the chain's
  transfer                    move the rows from SQLite to PostgreSQL

options:
  -h, --help                  show this page, or that of a verb behind it
      --version               show the version
  @FILE                       read options from a file, one a line

exit codes: 0 done, 1 failed or found something, 2 usage, 3 could not connect,
            70 a bug in retort
-- --- retort --version
-- --- stdout
retort 0.1.0 (generated-abi 2)
proof: SQLite 3.40.1
-- --- retort history --help
-- --- stdout
usage: retort history [options] [DIR]

list the revisions, newest first

options:
  DIR                         folder of the migrations (default: migrations)
  -r, --rev-range A:B         only these, both ends included; A: and :B are open
  -i, --indicate-current      mark where the database stands
  -v, --verbose               a block per revision
      --json                  as JSON

the chain:
      --dir, --directory DIR  folder of the migrations; for each engine its own:
                              sqlite=DIR
      --file FILE             these files instead of a folder
      --exclude PATTERN       leave out what fits (*, ?, **), below the folder
      --layout NAME           how the files are arranged (default: retort)
      --variable NAME=VALUE   what a placeholder of another tool stands for
      --placeholder-prefix TEXT
                              of layout flyway (default: ${)
      --placeholder-suffix TEXT
                              of layout flyway (default: })
      --engine NAME           sqlite (default), postgres; several: a,b
      --name NAME             the chain's name in the ledger
      --lock-file FILE        default: retort.lock in the folder
      --no-lock-file          read no lock, even if one lies there
      --color WHEN            auto (default), always or never

the database:
      --url URL               default: $DATABASE_URL, .env, the program's own
-- --- retort compile --help
-- --- stdout
usage: retort compile --name NAME --output-dir DIR [options] [DIR]

compile a chain to C++: what add_migrations() calls.
Prints nothing when it succeeds.

options:
  DIR                         folder of the migrations (default: migrations)
  -v, --verbose               say what was done

outputs:
      --output-dir DIR        for what is not named below
      --source FILE           NAME.cpp
      --header-file FILE      include/NAME/migrations.hpp
      --manifest FILE         NAME.json
      --stamp FILE            NAME.stamp: last success
      --depfile FILE          NAME.d: everything that was read
      --forget-file FILE      rewritten when an input is gone

generated code:
      --namespace A::B        default: the name as an identifier
      --header PATH           as written in #include (NAME/migrations.hpp)
      --export-macro MACRO    stands before chain()
      --export-header PATH    defines the macro
      --default-url URL       used where none is given at run time
      --root DIR              paths in the code are relative to it (default: .)

the chain:
      --dir, --directory DIR  folder of the migrations; for each engine its own:
                              sqlite=DIR
      --file FILE             these files instead of a folder
      --exclude PATTERN       leave out what fits (*, ?, **), below the folder
      --layout NAME           how the files are arranged (default: retort)
      --variable NAME=VALUE   what a placeholder of another tool stands for
      --placeholder-prefix TEXT
                              of layout flyway (default: ${)
      --placeholder-suffix TEXT
                              of layout flyway (default: })
      --engine NAME           sqlite (default), postgres; several: a,b
      --name NAME             the chain's name in the ledger
      --lock-file FILE        default: retort.lock in the folder
      --no-lock-file          read no lock, even if one lies there
      --locked                every revision must be locked
      --schema FILE           declared schema that the head must equal
      --depends-on FILE       manifest of a chain that Depends on may name

findings:
  -W NAME                     -Wall, -WNAME, -Wno-NAME, -Werror[=NAME]
      --werror                warnings are errors
      --diagnostics FORM      gnu (default), msvc or json
      --sarif FILE            also write SARIF 2.1.0 there
      --color WHEN            auto (default), always or never

the proof:
      --verify ENGINE         engines that prove the chain, or none
      --pg-bindir DIR         where initdb and postgres are (default: searched)
      --sqlite-function NAME/N
                              function that the program registers
      --sqlite-minimum VERSION
                              the oldest SQLite that the program meets
      --sqlite-feature NAME   a part that this SQLite has, as in fts5
      --sqlite-profile NAME   full (default) or plain: form of portable tables
