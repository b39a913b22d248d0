// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The SQLite connection: opened here or lent, closed where opened here; what the engine-free part
// must know of it; and the queries of the ledger.
#include <sqlite3.h>

#include <cerrno>
#include <utility>

#include "retort/sqlite.hpp"
#include "sqlite/error.hpp"
#include "sqlite/holder.hpp"
#include "sqlite/url.hpp"
#include "src/text.hpp"

namespace retort::sqlite {
namespace {

class ResultRow final : public Row {
 public:
  explicit ResultRow(sqlite3_stmt* statement) noexcept : statement_(statement) {}

  bool is_null(std::uint32_t column) const noexcept override {
    return sqlite3_column_type(statement_, static_cast<int>(column)) == SQLITE_NULL;
  }
  std::int64_t integer(std::uint32_t column) const noexcept override {
    return sqlite3_column_int64(statement_, static_cast<int>(column));
  }
  std::string_view text(std::uint32_t column) const noexcept override {
    const int index = static_cast<int>(column);
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, index));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, index))};
  }

 private:
  sqlite3_stmt* statement_;
};

int bind(sqlite3_stmt* statement, int index, const Value& value) noexcept {
  switch (value.kind) {
    case Value::Kind::integer:
      return sqlite3_bind_int64(statement, index, value.integer);
    case Value::Kind::text:
      // A null pointer would bind NULL.
      return sqlite3_bind_text64(statement, index, value.text.data() ? value.text.data() : "",
                                 value.text.size(), SQLITE_STATIC, SQLITE_UTF8);
    default:
      return sqlite3_bind_null(statement, index);
  }
}

// SQLite only says "unable to open database file".
const char* reason(int error) noexcept {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return ": no such file or folder";
    case EACCES:
    case EPERM:
      return ": permission denied";
    case EISDIR:
      return ": it is a folder";
    default:
      return "";
  }
}

}  // namespace

Database::Database() noexcept = default;

Database::Database(sqlite3* connection) noexcept : connection_(connection) {}

Database::Database(Database&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)),
      owned_(std::exchange(other.owned_, false)) {}

Database& Database::operator=(Database&& other) noexcept {
  if (this == &other) return *this;
  close();
  connection_ = std::exchange(other.connection_, nullptr);
  owned_ = std::exchange(other.owned_, false);
  return *this;
}

Database::~Database() { close(); }

Status Database::open(std::string_view path_or_url) {
  return open_with(path_or_url, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Status Database::open_read_only(std::string_view path_or_url) {
  return open_with(path_or_url, SQLITE_OPEN_READONLY);
}

Status Database::open_with(std::string_view path_or_url, int flags) {
  close();
  std::string file;
  if (Status status = to_file_name(path_or_url, file); !status.ok()) return status;
  sqlite3* connection = nullptr;
  if (sqlite3_open_v2(file.c_str(), &connection, flags | SQLITE_OPEN_URI, nullptr) == SQLITE_OK) {
    connection_ = connection;
    owned_ = true;
    return {};
  }
  if (connection == nullptr) return detail::fail(Code::out_of_memory, "out of memory");
  const int code = sqlite3_extended_errcode(connection);
  Status status = detail::fail(Code::cannot_open, "cannot open '%'%", file,
                               reason(sqlite3_system_errno(connection)));
  sqlite3_close_v2(connection);
  return std::move(status).native(code);
}

void Database::close() noexcept {
  forget_statement();
  // close_v2: statements that the program still has open keep the file open until they are
  // finalized.
  if (owned_) sqlite3_close_v2(connection_);
  connection_ = nullptr;
  owned_ = false;
}

sqlite3* Database::handle() const noexcept { return connection_; }

Traits Database::traits() const noexcept {
  Traits traits;
  traits.engine = Engine::sqlite;
  traits.lock_survives_commit = false;
  traits.one_transaction = true;
  // With the schema's name, because a TEMP table of the same name would come first.
  traits.ledger_table = "main.retort_ledger";
  traits.ledger_columns =
      " (chain text NOT NULL, seq integer NOT NULL, revision text NOT NULL, digest text NOT NULL,"
      " content_hash text NOT NULL, message text NOT NULL,"
      " applied_at text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),"
      " duration_us integer, applied_by text NOT NULL, progress integer, down_plan text,"
      " down_sql text, PRIMARY KEY (chain, seq), UNIQUE (chain, revision))";
  return traits;
}

std::string Database::lock_holder() {
  return find_holder(sqlite3_db_filename(connection_, "main"));
}

Status Database::prepare(std::string_view sql, sqlite3_stmt*& statement) {
  const char* tail = nullptr;
  if (sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()), &statement,
                         &tail) != SQLITE_OK) {
    return last_error(connection_);
  }
  if (statement != nullptr && tail == sql.data() + sql.size()) return {};
  // The compiler cuts statements as SQLite does; anything else must not be run in part.
  sqlite3_finalize(std::exchange(statement, nullptr));
  return detail::fail(Code::sql_error, "the text is not exactly one statement");
}

void Database::forget_statement() noexcept {
  sqlite3_finalize(std::exchange(kept_, nullptr));
  kept_sql_.clear();
}

Status Database::has_ledger(bool& result) {
  class Sink final : public RowSink {
   public:
    explicit Sink(bool& seen) : seen_(seen) {}
    void on_row(const Row&) override { seen_ = true; }

   private:
    bool& seen_;
  } sink(result = false);
  return query("SELECT 1 FROM main.sqlite_master WHERE name = 'retort_ledger'", nullptr, 0, &sink);
}

Status Database::query(std::string_view sql, const Value* values, std::uint32_t count,
                       RowSink* sink) {
  if (connection_ == nullptr) return detail::fail(Code::not_open, "the database is not open");
  if (kept_sql_ != sql) {
    forget_statement();
    if (Status status = prepare(sql, kept_); !status.ok()) return status;
    kept_sql_ = sql;
  }
  int result = SQLITE_OK;
  for (std::uint32_t i = 0; i < count && result == SQLITE_OK; ++i) {
    result = bind(kept_, static_cast<int>(i) + 1, values[i]);
  }
  if (result == SQLITE_OK) {
    const ResultRow row(kept_);
    while ((result = sqlite3_step(kept_)) == SQLITE_ROW) {
      if (sink != nullptr) sink->on_row(row);
    }
  }
  Status status;
  if (result != SQLITE_DONE) status = last_error(connection_);
  sqlite3_reset(kept_);
  // Outside of a run nothing may stay behind: it would keep the program from closing its
  // connection.
  if (!running_) forget_statement();
  return status;
}

}  // namespace retort::sqlite
