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
  // `ledger` is an open SQLite database in memory; `model`, a database of the script's engine,
  // closed or not, says what is possible there. Neither is owned; both may be the same.
  ScriptDatabase(Database& ledger, const Database& model);

  const std::string& text() const { return text_; }
  // Forgets the text, not the ledger: what follows begins where the ledger stands.
  void clear() { text_.clear(); }
  // Behind the lock: the script stops where the last revision of `chain` is not the one with this
  // digest; an empty digest means that none is applied.
  void expect(std::string_view chain, std::string_view revision, std::string_view digest);
  void expect_nothing() { guard_.clear(); }
  // A comment between the statements, with an empty line behind it.
  void add_comment(const std::string& comment) { text_ += "-- " + comment + "\n\n"; }

  Traits traits() const noexcept override;
  Status check_idle() override { return ledger_.check_idle(); }
  Status try_lock(const Options& options) override;
  Status unlock() override;
  std::string lock_holder() override { return {}; }
  Status begin(bool foreign_keys_off) override;
  Status check() override;
  Status commit(bool durable) override;
  Status rollback() override { return ledger_.rollback(); }
  Status execute(const Call& call) override;
  Status verify(const Call& call) override;
  // A script begins every revision at its first statement.
  Status clean_up(const Call&) override { return {}; }
  bool may_share_transaction(const Call& call) const override {
    return model_.may_share_transaction(call);
  }
  Status flush() override { return ledger_.flush(); }
  Status has_ledger(bool& result) override { return ledger_.has_ledger(result); }
  Status query(std::string_view sql, const Value* values, std::uint32_t count,
               RowSink* sink) override;

 private:
  void add(const std::string& statement) { text_ += statement + ";\n\n"; }
  void add_guard();
  void add_timeout(const char* name, std::int64_t wanted, std::int64_t& in_force, bool local);
  void add_timeouts(const Call& call);

  Database& ledger_;
  const Database& model_;
  const bool postgres_;
  std::string text_;
  std::string guard_;
  bool foreign_keys_off_ = false;
  bool search_path_changed_ = false;  // by a statement of the author
  std::int64_t lock_timeout_ms_ = 0;  // in force in the script
  std::int64_t statement_timeout_ms_ = 0;
};

// `sql` with $1, $2, … replaced by literals. A duration is not known before it is measured: NULL.
std::string with_values(std::string_view sql, const Value* values, std::uint32_t count);

}  // namespace retort::cli
