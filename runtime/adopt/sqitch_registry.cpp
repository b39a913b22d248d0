// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Finds Sqitch's file beside a SQLite database. In: a connection; out: its schema "sqitch".
#include "adopt/sqitch_registry.hpp"

#include <cstdio>
#include <string>

#include "src/text.hpp"

namespace retort::detail {
namespace {

class DatabaseSink final : public RowSink {
 public:
  std::string file;  // of "main"
  bool taken = false;
  bool tables = false;
  void on_row(const Row& row) override {
    if (row.text(0) == "main") file = row.text(1);
    taken = taken || row.text(0) == "sqitch";
    tables = row.integer(2) != 0;
  }
};

// "dir/app.db" to "dir/sqitch.db": what follows the first dot of the name stays, as Sqitch has it.
std::string registry_of(const std::string& file) {
  const std::size_t slash = file.find_last_of("/\\");
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = file.find('.', name + 1);
  return file.substr(0, name) + "sqitch" + (dot == std::string::npos ? "" : file.substr(dot));
}

bool exists(const std::string& file) {
  std::FILE* const stream = std::fopen(file.c_str(), "rb");
  if (stream == nullptr) return false;
  std::fclose(stream);
  return true;
}

}  // namespace

SqitchRegistry::~SqitchRegistry() {
  if (!attached_) return;
  const Status ignored = database_.query("DETACH DATABASE sqitch", nullptr, 0, nullptr);
  static_cast<void>(ignored);
}

Status SqitchRegistry::attach() {
  if (database_.traits().engine != Engine::sqlite) return {};
  DatabaseSink sink;
  Status status = database_.query(
      "SELECT name, file, EXISTS (SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name "
      "NOT"
      " LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'retort_ledger') FROM pragma_database_list",
      nullptr, 0, &sink);
  if (!status.ok() || sink.taken || !sink.tables || sink.file.empty()) return status;
  const std::string file = registry_of(sink.file);
  if (file == sink.file || !exists(file)) return {};
  const Value value = std::string_view(file);
  status = database_.query("ATTACH DATABASE $1 AS sqitch", &value, 1, nullptr);
  attached_ = status.ok();
  if (attached_) return {};
  return fail(status.code(), "cannot read the file %, which Sqitch would have written: %", file,
              status.message())
      .native(status.native_code(), status.sqlstate());
}

}  // namespace retort::detail
