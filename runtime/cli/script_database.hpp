// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A database that writes down what it is told instead of doing it: upgrade --sql is upgrade() on
// one of these, so that a script holds exactly what the runtime would send. The ledger is real, in
// a database in memory behind it, so that what is read back is what was written.
#pragma once

#include <string>

#include "retort/database.hpp"

namespace retort::cli {

class ScriptDatabase final : public Database {
 public:
  // `ledger` is open, in memory, stamped with where the script begins; not owned.
  explicit ScriptDatabase(Database& ledger) : ledger_(ledger) {}

  const std::string& text() const { return text_; }
  // A comment between the statements, with an empty line behind it.
  void add_comment(const std::string& comment) { text_ += "-- " + comment + "\n\n"; }

  Traits traits() const noexcept override { return ledger_.traits(); }
  Status check_idle() override { return ledger_.check_idle(); }
  Status try_lock(const Options& options) override { return ledger_.try_lock(options); }
  Status unlock() override { return ledger_.unlock(); }
  std::string lock_holder() override { return {}; }
  Status begin(bool foreign_keys_off) override;
  Status check() override;
  Status commit(bool durable) override;
  Status rollback() override { return ledger_.rollback(); }
  Status execute(const Call& call) override;
  Status verify(const Call& call) override;
  Status clean_up(const Call& call) override { return ledger_.clean_up(call); }
  bool may_share_transaction(const Call& call) const override {
    return ledger_.may_share_transaction(call);
  }
  Status flush() override { return ledger_.flush(); }
  Status has_ledger(bool& result) override { return ledger_.has_ledger(result); }
  Status query(std::string_view sql, const Value* values, std::uint32_t count,
               RowSink* sink) override;

 private:
  void add(const std::string& statement) { text_ += statement + ";\n\n"; }

  Database& ledger_;
  std::string text_;
  bool foreign_keys_off_ = false;
};

// `sql` with $1, $2, … replaced by literals. A duration is not known before it is measured: NULL.
std::string with_values(std::string_view sql, const Value* values, std::uint32_t count);

}  // namespace retort::cli
