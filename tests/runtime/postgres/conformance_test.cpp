// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The conformance suite on PostgreSQL.
#include "postgres/postgres_database.hpp"

namespace retort::test {

INSTANTIATE_CONFORMANCE(Postgres, make_postgres_database);

}  // namespace retort::test
