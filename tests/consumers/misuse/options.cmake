# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What the chain is compiled for and how.
misuse([[add_migrations(app ENGINES mysql)]]
  "ENGINES 'mysql' is unknown choose one of: sqlite, postgres")
misuse([[add_migrations(app ENGINES sqlite DIRECTRY sql)]]
  "ENGINES 'DIRECTRY' is unknown; did you mean 'DIRECTORY'? choose one of: sqlite, postgres")
misuse([[add_migrations(app ENGINES sqlite sqlite)]]
  "ENGINES names 'sqlite' twice")
misuse([[add_migrations(app ENGINES sqlite postgres)]]
  "the postgres driver cannot be used: libpq was not found (Debian: libpq-dev)"
  -DCMAKE_DISABLE_FIND_PACKAGE_PostgreSQL=ON)
misuse([[add_migrations(app LAYOUT gose)]]
  "LAYOUT 'gose' is unknown; did you mean 'goose'? choose one of: retort, numbered, named, goose, dbmate, sql-migrate, golang-migrate, sqlx, diesel, flyway, sqitch, prisma, alembic-sql, auto")
misuse([[add_migrations(app VARIABLES schema)]]
  "VARIABLES 'schema' is not NAME=VALUE")

misuse([[add_migrations(app DEFAULT_URL postgres://me:secret@db/app)]]
  "DEFAULT_URL contains a password, which everyone who has the program could read; leave it out and use PGPASSFILE or DATABASE_URL")
misuse([[add_migrations(app DEFAULT_URL "host=db password=secret")]]
  "DEFAULT_URL contains a password, which everyone who has the program could read; leave it out and use PGPASSFILE or DATABASE_URL")
misuse([[add_migrations(app DEFAULT_URL postgresql+asyncpg://db/app)]]
  "DEFAULT_URL 'postgresql+asyncpg://db/app' is for postgres, and the chain is compiled for sqlite only")
misuse([[add_migrations(app DEFAULT_URL mysql://db/app)]]
  "DEFAULT_URL 'mysql://db/app': the scheme 'mysql' is unknown choose one of: sqlite, postgres, postgresql")

misuse([[add_migrations(app CLI other)]]
  "CLI 'other': a target of this name exists already")
misuse([[add_migrations(app CLI "a b")]]
  "CLI 'a b' is not a name for a program")
misuse([[add_migrations(app LOCK_FILE a.lock NO_LOCK_FILE)]]
  "LOCK_FILE and NO_LOCK_FILE exclude each other")
misuse([[add_migrations(app LOCKED NO_LOCK_FILE)]]
  "LOCKED and NO_LOCK_FILE exclude each other: without a lock file nothing can be locked")
misuse([[add_migrations(app LOCK_FILE nowhere/a.lock)]]
  "LOCK_FILE 'nowhere/a.lock': the folder does not exist: mkdir -p '${CONSUMER_WORK}/nowhere'")
misuse([[add_migrations(app LOCK_FILE migrations)]]
  "LOCK_FILE 'migrations' is a folder")
misuse([[add_custom_command(OUTPUT made.sql COMMAND false)
add_migrations(app LOCKED FILES "${CMAKE_CURRENT_BINARY_DIR}/made.sql")]]
  "LOCKED needs LOCK_FILE, as all FILES are generated and no lock can lie beside them")

misuse([[add_migrations(app SCHEMA nowhere.sql)]]
  "SCHEMA 'nowhere.sql' does not exist")
misuse([[add_migrations(app SCHEMA migrations/0001_words.sql)]]
  "SCHEMA is not supported by this version of retort yet")
misuse([[add_migrations(app NAME words)
add_migrations(other DEPENDS_ON_CHAINS word)]]
  "DEPENDS_ON_CHAINS 'word' is neither a chain of this build nor the manifest of an installed one; did you mean 'words'? call add_migrations() for it first")
misuse([[add_migrations(app DEPENDS_ON_CHAINS app)]]
  "DEPENDS_ON_CHAINS names the chain itself, 'app'")
misuse([[add_migrations(app)
add_migrations(other DEPENDS_ON_CHAINS app app)]]
  "DEPENDS_ON_CHAINS names 'app' twice")

misuse([[add_migrations(app WARNINGS -Wall all)]]
  "WARNINGS 'all' is not a warning flag such as -Wall, -Wno-name or -Werror=name")
misuse([[add_migrations(app)]]
  "RETORT_WARNINGS 'all' is not a warning flag such as -Wall, -Wno-name or -Werror=name"
  -DRETORT_WARNINGS=all)
misuse([[add_migrations(app VERIFY mysql)]]
  "VERIFY 'mysql' is unknown choose one of: none, sqlite, postgres" -DRETORT_WARNINGS=)
misuse([[add_migrations(app VERIFY sqlite postgres)]]
  "VERIFY 'postgres': the chain is compiled for sqlite only")
misuse([[add_library(retort::postgres INTERFACE IMPORTED)
add_migrations(app ENGINES sqlite postgres VERIFY postgres none REQUIRED)]]
  "VERIFY none excludes every other word")
misuse([[add_migrations(app VERIFY none sqlite)]]
  "VERIFY none excludes every other word")
misuse([[add_migrations(app VERIFY REQUIRED)]]
  "VERIFY REQUIRED names no engine")

misuse([[add_migrations(app SQLITE_PROFILE fast)]]
  "SQLITE_PROFILE 'fast' is unknown choose one of: full, plain")
misuse([[add_migrations(app SQLITE_MINIMUM new)]]
  "SQLITE_MINIMUM 'new' is not a version of SQLite such as 3.37")
misuse([[add_migrations(app SQLITE_FUNCTIONS normalize)]]
  "SQLITE_FUNCTIONS 'normalize' is not name/number, the name and how many arguments it takes (-1: any number)")
foreach(keyword IN ITEMS SQLITE_PROFILE SQLITE_MINIMUM SQLITE_FUNCTIONS)
  misuse("add_library(retort::postgres INTERFACE IMPORTED)
add_migrations(app ENGINES postgres ${keyword} full)"
    "${keyword} is given, and sqlite is not in ENGINES")
endforeach()

misuse([[add_migrations(app DIAGNOSTICS_FORMAT gnuu)]]
  "DIAGNOSTICS_FORMAT 'gnuu' is unknown; did you mean 'gnu'? choose one of: auto, gnu, msvc, json")
misuse([[add_migrations(app SARIF "${CMAKE_CURRENT_SOURCE_DIR}/app.sarif")]]
  "SARIF '${CONSUMER_WORK}/app.sarif' lies in the source tree, which a build does not write to; it is relative to the binary directory")
misuse([[add_migrations(app SARIF a.sarif)
add_migrations(other SARIF a.sarif)]]
  "SARIF 'a.sarif' is used by another chain")
misuse([[add_migrations(app OUT_TARGETS a-b)]]
  "OUT_TARGETS 'a-b' is not the name of a variable")
misuse([[add_migrations(app OUT_HEADERS 1)]]
  "OUT_HEADERS '1' is not the name of a variable")
