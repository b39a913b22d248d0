// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The functions of retort/migrate.hpp for programs that use exceptions: the same names in
// retort::throwing, which throw retort::Error instead of returning a Status. Optional and
// header-only; the library itself never throws.
//
//   retort::sqlite::Database db;
//   retort::throwing::open(db, "data/backend.db");
//   retort::throwing::upgrade(db, app::migrations::chain());
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "retort/migrate.hpp"

namespace retort {

// Holds the Status of what failed; what() is Status::to_string().
class Error : public std::exception {
 public:
  explicit Error(Status status) : status_(std::move(status)), text_(status_.to_string()) {}

  const Status& status() const noexcept { return status_; }
  Code code() const noexcept { return status_.code(); }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Status status_;
  std::string text_;
};

namespace throwing {

// Throws Error unless `status` is ok. For any call of the runtime that returns a Status.
inline void check(Status status) {
  if (!status.ok()) throw Error(std::move(status));
}

// Any driver's Database::open().
template <class Driver>
void open(Driver& database, std::string_view path_or_url) {
  check(database.open(path_or_url));
}

inline void upgrade(Database& database, const Chain& chain, const Options& options = {}) {
  check(retort::upgrade(database, chain, options));
}

inline void downgrade(Database& database, const Chain& chain, std::string_view target,
                      const Options& options = {}) {
  check(retort::downgrade(database, chain, target, options));
}

inline Inspection inspect(Database& database, const Chain& chain) {
  Inspection result = retort::inspect(database, chain);
  check(result.status);
  return result;
}

inline void stamp(Database& database, const Chain& chain, std::string_view target,
                  const Options& options = {}, bool purge = false) {
  check(retort::stamp(database, chain, target, options, purge));
}

inline Plan plan(Database& database, const Chain& chain, std::string_view target) {
  Plan result = retort::plan(database, chain, target);
  check(result.status);
  return result;
}

}  // namespace throwing
}  // namespace retort
