// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: the queries of a PostgreSQL catalogue, as data.
#pragma once

#include <string_view>

#include "retort/catalogue.hpp"

namespace retort::catalogue::detail {

inline constexpr std::size_t most_properties = 10;

// A query behind `postgres_prologue`. Its rows are name, table (NULL: none), then one value for
// each property.
struct PostgresQuery {
  Kind kind;
  bool all_schemas_only;
  std::string_view properties[most_properties];  // up to the first empty one
  std::string_view sql;
  // A condition that is false where no schema but the server's own holds such an object: planning a
  // query costs more than running it. Empty: always read. Objects of users have numbers from 16384.
  std::string_view if_any;
};

// Parameters: $1 search_path of the reading, as SET takes it; $2 the schema whose name is left out;
// $3 't' for all schemas. `s` must stand in the FROM of every query: it sets search_path, for this
// statement (or the caller's transaction) only, before pg_get_viewdef and its like decide which
// names they qualify. `n` are the schemas to read.
extern const std::string_view postgres_prologue;

struct PostgresQueries {
  const PostgresQuery* begin_;
  const PostgresQuery* end_;
  const PostgresQuery* begin() const noexcept { return begin_; }
  const PostgresQuery* end() const noexcept { return end_; }
};
PostgresQueries postgres_queries() noexcept;

}  // namespace retort::catalogue::detail
