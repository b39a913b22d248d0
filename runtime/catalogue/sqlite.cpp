// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A SQLite database to a catalogue: sqlite_schema and one query per PRAGMA for all tables at once.
// What the PRAGMAs do not tell (CHECK, collations, generated columns) comes from the text.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/reader.hpp"
#include "catalogue/rows.hpp"
#include "catalogue/sql_tokens.hpp"
#include "catalogue/sqlite_text.hpp"

namespace retort::catalogue::detail {
namespace {

// "varchar(10)", however it was written.
std::string type_text(std::string_view type) {
  std::string text = normalised(type);
  if (const std::size_t blank = text.find(" ("); blank != std::string::npos) text.erase(blank, 1);
  return text;
}

void append_name(std::string& list, std::string_view name) {
  if (!list.empty()) list.append(", ");
  list.append(lower_case(name));
}

class SqliteReader {
 public:
  SqliteReader(Database& database, const ReadOptions& options, Catalogue& catalogue)
      : database_(database), options_(options), catalogue_(catalogue) {}

  Status run() {
    for (const auto step :
         {&SqliteReader::table_list, &SqliteReader::schema, &SqliteReader::columns,
          &SqliteReader::indexes, &SqliteReader::foreign_keys}) {
      if (Status status = (this->*step)(); !status.ok()) return status;
    }
    add_tables();
    return {};
  }

 private:
  struct Table {
    Object object;
    TableText text;
    bool plain = false;  // no virtual table
    std::vector<Object> columns;
    std::map<std::int64_t, std::string> key;  // of the primary key, by position
    bool has_key_index = false;
  };

  bool left_out(std::string_view name) const {
    return name.substr(0, 7) == "sqlite_" || is_ignored(name, options_);
  }

  Table* table(std::string_view name) {
    const auto found = tables_.find(lower_case(name));
    return found == tables_.end() ? nullptr : &found->second;
  }

  // Shadow tables go with their virtual table, whose module may not be there: it is not asked.
  Status table_list() {
    constexpr std::string_view sql =
        "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'";
    return each_row(database_, sql, [this](const Row& row) {
      if (left_out(row.text(0)) || (row.text(1) != "table" && row.text(1) != "virtual")) return;
      Table& table = tables_[lower_case(row.text(0))];
      table.object.kind = Kind::table;
      table.object.name = row.text(0);
      table.plain = row.text(1) == "table";
      if (!table.plain) return;
      set(table.object, "without rowid", row.integer(2) != 0 ? "yes" : "");
      set(table.object, "strict", row.integer(3) != 0 ? "yes" : "");
    });
  }

  Status schema() {
    constexpr std::string_view sql = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema";
    return each_row(database_, sql, [this](const Row& row) {
      const std::string_view type = row.text(0);
      if (left_out(row.text(1)) || left_out(row.text(2))) return;
      if (type == "table") add_table(row.text(1), row.text(3));
      if (type == "index") index_texts_[std::string(row.text(1))] = row.text(3);
      if (type == "view") add_text(Kind::view, row);
      if (type == "trigger") add_text(Kind::trigger, row);
    });
  }

  void add_table(std::string_view name, std::string_view sql) {
    Table* const found = table(name);
    if (found == nullptr) return;
    if (!found->plain) {
      set(found->object, "definition", normalised(sql));
      return;
    }
    found->text = read_table_text(sql);
    set(found->object, "autoincrement", found->text.autoincrement ? "yes" : "");
  }

  void add_text(Kind kind, const Row& row) {
    Object object;
    object.kind = kind;
    object.name = row.text(1);
    if (kind == Kind::trigger) object.table = row.text(2);
    set(object, "definition", normalised(row.text(3)));
    catalogue_.objects.push_back(std::move(object));
  }

  Status columns() {
    constexpr std::string_view sql =
        "SELECT m.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden"
        " FROM pragma_table_list m, pragma_table_xinfo(m.name, 'main') x"
        " WHERE m.schema = 'main' AND m.type = 'table'";
    return each_row(database_, sql, [this](const Row& row) {
      Table* const owner = table(row.text(0));
      if (owner == nullptr || !owner->plain) return;
      Object column;
      column.kind = Kind::column;
      column.name = row.text(1);
      column.table = owner->object.name;
      set(column, "type", type_text(row.text(2)));
      set(column, "not null", row.integer(3) != 0 ? "yes" : "");
      set(column, "default", normalised(row.text(4)));
      for (const ColumnText& text : owner->text.columns) {
        if (!equal_names(text.name, column.name)) continue;
        set(column, "collation", text.collation);
        set(column, "generated", text.generated);
      }
      if (row.integer(5) > 0) owner->key[row.integer(5)] = lower_case(column.name);
      owner->columns.push_back(std::move(column));
    });
  }

  struct Index {
    std::string table;
    std::string origin;  // c: CREATE INDEX, u: UNIQUE, pk: PRIMARY KEY
    std::string columns;
    bool unique = false;
  };

  Status indexes() {
    constexpr std::string_view sql =
        "SELECT t.name, i.name, i.origin, i.\"unique\", x.name, x.coll, x.\"desc\""
        " FROM pragma_table_list t, pragma_index_list(t.name, 'main') i,"
        " pragma_index_xinfo(i.name, 'main') x"
        " WHERE t.schema = 'main' AND t.type = 'table' AND x.key = 1"
        " ORDER BY t.name, i.name, x.seqno";
    std::map<std::string, Index> found;
    Status status = each_row(database_, sql, [&found](const Row& row) {
      Index& index = found[std::string(row.text(1))];
      index.table = row.text(0);
      index.origin = row.text(2);
      index.unique = row.integer(3) != 0;
      append_name(index.columns, row.text(4));
      if (const std::string collation = lower_case(row.text(5)); collation != "binary") {
        index.columns.append(" COLLATE ").append(collation);
      }
      if (row.integer(6) != 0) index.columns.append(" DESC");
    });
    for (const auto& [name, index] : found) {
      if (Table* const owner = table(index.table); owner != nullptr && owner->plain) {
        add_index(name, index, *owner);
      }
    }
    return status;
  }

  void add_index(const std::string& name, const Index& index, Table& owner) {
    if (index.origin != "c") {
      const bool primary = index.origin == "pk";
      owner.has_key_index = owner.has_key_index || primary;
      add_constraint(owner, (primary ? "PRIMARY KEY (" : "UNIQUE (") + index.columns + ")");
      return;
    }
    if (left_out(name)) return;
    Object object;
    object.kind = Kind::index;
    object.name = name;
    object.table = owner.object.name;
    set(object, "unique", index.unique ? "yes" : "");
    set(object, "definition", index_definition(index_texts_[name]));
    catalogue_.objects.push_back(std::move(object));
  }

  // "t (a, b desc) where a > 0": behind ON, without ASC, which is what is not said.
  static std::string index_definition(std::string_view sql) {
    SqlTokens kept;
    bool behind_on = false;
    for (SqlToken& token : sql_tokens(sql)) {
      if (behind_on && !token.is("asc")) kept.push_back(std::move(token));
      behind_on = behind_on || token.is("on");
    }
    return joined(kept);
  }

  void add_constraint(const Table& owner, std::string definition) {
    Object object = unnamed_constraint(std::move(definition));
    object.table = owner.object.name;
    catalogue_.objects.push_back(std::move(object));
  }

  Status foreign_keys() {
    struct Key {
      std::string parent, from, to, actions;
    };
    constexpr std::string_view sql =
        "SELECT t.name, k.id, k.\"table\", k.\"from\", k.\"to\", k.on_update, k.on_delete"
        " FROM pragma_table_list t, pragma_foreign_key_list(t.name, 'main') k"
        " WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, k.id, k.seq";
    std::map<std::pair<std::string, std::int64_t>, Key> keys;
    Status status = each_row(database_, sql, [&keys](const Row& row) {
      Key& key = keys[{std::string(row.text(0)), row.integer(1)}];
      key.parent = lower_case(row.text(2));
      append_name(key.from, row.text(3));
      if (!row.is_null(4)) append_name(key.to, row.text(4));
      key.actions.clear();
      if (row.text(5) != "NO ACTION") key.actions.append(" ON UPDATE ").append(row.text(5));
      if (row.text(6) != "NO ACTION") key.actions.append(" ON DELETE ").append(row.text(6));
    });
    for (const auto& [place, key] : keys) {
      const Table* const owner = table(place.first);
      if (owner == nullptr) continue;
      std::string definition = "FOREIGN KEY (" + key.from + ") REFERENCES " + key.parent;
      if (!key.to.empty()) definition.append(" (").append(key.to).append(")");
      add_constraint(*owner, definition + key.actions);
    }
    return status;
  }

  void add_tables() {
    for (auto& [name, table] : tables_) {
      std::string key;
      for (const auto& [position, column] : table.key) append_name(key, column);
      if (!key.empty() && !table.has_key_index) {
        add_constraint(table, "PRIMARY KEY (" + key + ")");
      }
      for (Object& constraint : table.text.constraints) {
        constraint.table = table.object.name;
        catalogue_.objects.push_back(std::move(constraint));
      }
      for (Object& column : table.columns) catalogue_.objects.push_back(std::move(column));
      catalogue_.objects.push_back(std::move(table.object));
    }
  }

  Database& database_;
  const ReadOptions& options_;
  Catalogue& catalogue_;
  std::map<std::string, Table> tables_;  // by name in lower case
  std::map<std::string, std::string> index_texts_;
};

}  // namespace

Status read_sqlite(Database& database, const ReadOptions& options, Catalogue& catalogue) {
  return SqliteReader(database, options, catalogue).run();
}

}  // namespace retort::catalogue::detail
