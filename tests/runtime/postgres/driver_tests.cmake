# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What is only true of the PostgreSQL driver. Included by ../CMakeLists.txt.
retort_postgres_test(driver SOURCES
  postgres/index_test.cpp
  postgres/lock_test.cpp)
