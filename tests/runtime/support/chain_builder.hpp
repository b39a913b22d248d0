// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain made in a test, without the compiler: the same struct that generated code holds.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "retort/chain.hpp"

namespace retort::test {

// One section as a list of statements; its options are public fields.
struct Section {
  std::vector<std::string> statements;
  bool present = false;
  bool transaction = true;
  bool foreign_keys_off = false;
  std::int64_t statement_timeout_ms = 0;
  std::int64_t lock_timeout_ms = 0;
  // By statement: Statement::index and index_table, which the compiler finds in the text.
  std::map<std::size_t, std::pair<std::string, std::string>> indexes;
};

struct RevisionSpec {
  std::string id;
  std::vector<std::string> parents;
  std::string message;
  Section up, down, verify;
  bool irreversible = false;
  std::vector<std::string> labels;
  std::vector<std::pair<std::string, std::string>> depends_on;
  std::string salt;  // makes the digest another one, as an edited file would

  RevisionSpec& add_up(std::string sql) { return add(up, std::move(sql)); }
  // CREATE INDEX CONCURRENTLY, as the compiler hands it over.
  RevisionSpec& add_up(std::string sql, std::string index, std::string table) {
    up.indexes[up.statements.size()] = {std::move(index), std::move(table)};
    return add(up, std::move(sql));
  }
  RevisionSpec& add_down(std::string sql) { return add(down, std::move(sql)); }
  RevisionSpec& add_verify(std::string sql) { return add(verify, std::move(sql)); }
  RevisionSpec& without_transaction() {
    up.transaction = down.transaction = false;
    return *this;
  }
  RevisionSpec& foreign_keys_off() {
    up.foreign_keys_off = true;
    return *this;
  }

 private:
  RevisionSpec& add(Section& section, std::string sql) {
    section.present = true;
    section.statements.push_back(std::move(sql));
    return *this;
  }
};

// Owns what a Chain points at. Build the specs first, then call chain(), which may be called again
// after changes; the last chain stays valid until then.
class ChainBuilder {
 public:
  explicit ChainBuilder(std::string name = "app", Engine engine = Engine::sqlite)
      : name_(std::move(name)), engine_(engine) {}

  // Revises the revision that was added last.
  RevisionSpec& add(const std::string& id);
  RevisionSpec& add(const std::string& id, std::vector<std::string> parents);
  RevisionSpec& at(const std::string& id);
  std::size_t size() const { return specs_.size(); }
  // Forgets what was added behind the first `count` revisions.
  void truncate(std::size_t count);

  const Chain& chain();

 private:
  struct Built;
  std::string name_;
  Engine engine_;
  std::vector<std::unique_ptr<RevisionSpec>> specs_;
  std::shared_ptr<Built> built_;
};

// A chain of `count` revisions 0001, 0002, …, each with a table t0001, … of one row, and its down.
ChainBuilder simple_chain(std::size_t count, Engine engine = Engine::sqlite);

// "0007"
std::string number_id(std::size_t number);

}  // namespace retort::test
