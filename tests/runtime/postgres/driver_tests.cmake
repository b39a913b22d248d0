# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What is only true of the PostgreSQL driver. Included by ../CMakeLists.txt.
retort_postgres_test(driver SOURCES
  postgres/index_test.cpp
  postgres/lock_test.cpp)

retort_postgres_test(network SOURCES
  postgres/doubt_test.cpp
  postgres/pooler_test.cpp
  postgres/proxy.cpp
  postgres/reader_test.cpp)

if(RETORT_WITH_SQLITE)  # the chain is for both
  retort_postgres_test(chain SOURCES
    postgres/chain_test.cpp
    postgres/ladder.cpp)
  add_migrations(retort_runtime_postgres_chain
    DIRECTORY "${PROJECT_SOURCE_DIR}/migrations"
    NAME real_chain_postgres
    HEADER real_chain/migrations.hpp
    NAMESPACE real_chain
    ENGINES sqlite postgres)
endif()
