// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The in-memory database of the proof. The SQL comes from files that may be hostile: an authorizer
// keeps it away from the disk and from settings of the process, a progress handler ends loops,
// limits bound the memory. Nothing else of SQLite is switched off, so that a chain is proved as it
// will run.
#include "verify/connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>

#include "dialect/ascii.hpp"

namespace retort::compiler::verify {
namespace {

constexpr int steps_per_call = 10'000;
constexpr std::int64_t page_size = 4096;

// PRAGMAs that would reach the disk or the whole process, lift a limit of the proof, or change how
// text is stored. They do nothing here; for the schema they mean nothing.
constexpr std::array<std::string_view, 10> ignored_pragmas = {
    "temp_store",
    "temp_store_directory",
    "data_store_directory",
    "hard_heap_limit",
    "soft_heap_limit",
    "max_page_count",
    "lock_proxy_file",
    "threads",
    "encoding",
    "page_size",
};
// SQL functions that open files or take pointers.
constexpr std::array<std::string_view, 2> refused_functions = {"load_extension", "fts3_tokenizer"};

constexpr std::string_view ledger_table = "retort_ledger";

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& names, const char* name) {
  const std::string wanted = dialect::lower_case(name == nullptr ? "" : name);
  return std::find(names.begin(), names.end(), wanted) != names.end();
}

// In memory, or the temporary database of a plain VACUUM, which temp_store keeps in memory.
bool is_memory(const char* file) {
  return file != nullptr && (file[0] == '\0' || std::string_view(file) == ":memory:");
}

void return_null(sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_null(context); }

}  // namespace

struct Connection::Hooks {
  static int authorize(void* context, int action, const char* first, const char* second,
                       const char*, const char*) {
    auto& self = *static_cast<Connection*>(context);
    switch (action) {
      case SQLITE_ATTACH:
        if (is_memory(first)) return SQLITE_OK;
        return refuse(self, first == nullptr ? "ATTACH of a computed name"
                                             : "opening the file '" + std::string(first) + "'");
      case SQLITE_FUNCTION:
        self.called_.insert(dialect::lower_case(second));
        if (!is_in(refused_functions, second)) return SQLITE_OK;
        return refuse(self, "the function " + std::string(second));
      case SQLITE_PRAGMA:
        return is_in(ignored_pragmas, first) ? SQLITE_IGNORE : SQLITE_OK;
      case SQLITE_CREATE_TABLE:
        if (dialect::lower_case(first) != ledger_table) return SQLITE_OK;
        return refuse(self, "a table with the name of the ledger");
      case SQLITE_INSERT:
      case SQLITE_UPDATE:
      case SQLITE_DELETE:
      case SQLITE_DROP_TABLE:
        self.touched_.insert(dialect::lower_case(first));
        return SQLITE_OK;
      default:
        return SQLITE_OK;
    }
  }

  static int refuse(Connection& self, std::string what) {
    self.stop_ = Stop::refused;
    self.refused_ = std::move(what);
    return SQLITE_DENY;
  }

  static int progress(void* context) {
    auto& self = *static_cast<Connection*>(context);
    self.steps_ += steps_per_call;
    if (self.steps_ <= self.max_steps_) return 0;
    self.stop_ = Stop::steps;
    return 1;
  }
};

Connection::Connection() = default;

Connection::~Connection() { sqlite3_close_v2(handle_); }

std::string Connection::open(std::int64_t max_steps) {
  max_steps_ = max_steps;
  const int code = sqlite3_open_v2(
      ":memory:", &handle_,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
      nullptr);
  if (code != SQLITE_OK) return sqlite3_errstr(code);
  sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, max_value_size);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  const std::string pages = std::to_string(max_database_size / page_size);
  for (const std::string& pragma :
       {"page_size = " + std::to_string(page_size), "max_page_count = " + pages,
        std::string("temp_store = memory"), "temp.max_page_count = " + pages,
        std::string("foreign_keys = on")}) {
    if (std::string error = run("PRAGMA " + pragma); !error.empty()) return error;
  }
  sqlite3_set_authorizer(handle_, &Hooks::authorize, this);
  sqlite3_progress_handler(handle_, steps_per_call, &Hooks::progress, this);
  return {};
}

bool Connection::add_function(const SqliteFunction& function) {
  // Deterministic and innocuous: indexes, CHECKs and generated columns may use it.
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_function_v2(handle_, function.name.c_str(), function.arguments, flags,
                                    nullptr, &return_null, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::string Connection::run(const std::string& sql, const std::function<void(sqlite3_stmt*)>& row) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(handle_, sql.c_str(), static_cast<int>(sql.size()) + 1, &statement,
                                nullptr);
  if (code != SQLITE_OK) return sqlite3_errmsg(handle_);
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    if (row) row(statement);
  }
  std::string error = code == SQLITE_DONE ? "" : sqlite3_errmsg(handle_);
  sqlite3_finalize(statement);
  return error;
}

std::string Connection::compile(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                      &statement, nullptr);
  std::string error = code == SQLITE_OK ? "" : sqlite3_errmsg(handle_);
  sqlite3_finalize(statement);
  return error;
}

void Connection::start_revision() {
  steps_ = 0;
  stop_ = Stop::none;
  refused_.clear();
  touched_.clear();
  // A transaction:false section may have left them off.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
}

std::string_view text_column(sqlite3_stmt* statement, int index) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, index))};
}

}  // namespace retort::compiler::verify
