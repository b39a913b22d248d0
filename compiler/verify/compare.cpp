// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Catalogue against catalogue: equal bytes first, then object by object: text, normalised tokens,
// and for tables the shape behind them.
#include "verify/compare.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "dialect/ascii.hpp"
#include "dialect/identifier.hpp"
#include "verify/sql_tokens.hpp"
#include "verify/table_shape.hpp"

namespace retort::compiler::verify {
namespace {

using What = Difference::What;
using Objects = std::map<std::pair<std::string, std::string>, CatalogueRow>;  // by type and name

std::string named(std::string_view type, std::string_view name) {
  return std::string(type) + " '" + std::string(name) + "'";
}

Objects objects_of(const Catalogue& catalogue) {
  Objects objects;
  for (const CatalogueRow& row : catalogue.rows()) {
    objects.emplace(std::pair(std::string(row.type), dialect::lower_case(row.name)), row);
  }
  return objects;
}

// On one line, for a help line; empty where a line comment would swallow the rest.
std::string one_line(std::string_view sql) {
  if (sql.find('\n') != std::string_view::npos && sql.find("--") != std::string_view::npos)
    return {};
  std::string text;
  for (const char c : sql) {
    const bool blank = c == '\n' || c == '\t' || c == ' ';
    if (blank && (text.empty() || text.back() == ' ')) continue;
    text.push_back(blank ? ' ' : c);
  }
  return text.size() > 300 ? "" : text + ";";
}

std::string bare_or_quoted(std::string_view name) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }) && !(name.front() >= '0' && name.front() <= '9');
  return plain ? std::string(name) : dialect::quoted_identifier(name);
}

std::string drop(const CatalogueRow& row) {
  std::string type(row.type);
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return static_cast<char>(c - ('a' - 'A')); });
  return "DROP " + type + " " + bare_or_quoted(row.name) + ";";
}

// The virtual tables among the rows that only one side has: their shadow tables go with them.
std::vector<std::string> shadow_prefixes(const Objects& of, const Objects& without) {
  std::vector<std::string> prefixes;
  for (const auto& [key, row] : of) {
    if (key.first != "table" || without.count(key) != 0) continue;
    if (dialect::lower_case(row.sql.substr(0, 14)) == "create virtual")
      prefixes.push_back(key.second + "_");
  }
  return prefixes;
}

// Objects of `of` that `without` lacks; what hangs on such a table is not named again.
void add_one_sided(const Objects& of, const Objects& without, What what,
                   std::vector<Difference>& differences) {
  const auto shadows = shadow_prefixes(of, without);
  for (const auto& [key, row] : of) {
    if (without.count(key) != 0) continue;
    const std::string& name = key.second;
    const std::string owner = dialect::lower_case(row.table);
    const bool hangs_on = owner != name &&
                          (of.count({"table", owner}) + of.count({"view", owner}) > 0) &&
                          without.count({"table", owner}) + without.count({"view", owner}) == 0;
    const bool shadow = std::any_of(
        shadows.begin(), shadows.end(),
        [&name](const std::string& prefix) { return name.compare(0, prefix.size(), prefix) == 0; });
    if (hangs_on || shadow) continue;
    differences.push_back({what, named(row.type, row.name), name, "", "",
                           what == What::missing ? one_line(row.sql) : drop(row)});
  }
}

class TableComparison {
 public:
  TableComparison(std::string_view table, const TableShape& expected, const TableShape& actual,
                  std::vector<Difference>& differences)
      : table_(table), expected_(expected), actual_(actual), differences_(differences) {}

  void run() {
    const std::string renamed = rename();
    for (const auto& [key, column] : expected_.columns) {
      const auto found = actual_.columns.find(key);
      if (found == actual_.columns.end()) {
        differences_.push_back(
            {What::missing, column_name(column), key, dialect::lower_case(table_), "", renamed});
      } else {
        columns(column, found->second);
      }
    }
    for (const auto& [key, column] : actual_.columns) {
      if (expected_.columns.count(key) != 0) continue;
      const std::string dropped = "ALTER TABLE " + bare_or_quoted(table_) + " DROP COLUMN " +
                                  bare_or_quoted(column.name) + ";";
      differences_.push_back({What::extra, column_name(column), key, dialect::lower_case(table_),
                              "", renamed.empty() ? dropped : ""});
    }
    traits(expected_, actual_, "lacks ");
    traits(actual_, expected_, "has the additional ");
  }

 private:
  std::string column_name(const ColumnShape& column) const {
    return "column '" + std::string(table_) + "." + column.name + "'";
  }

  // The statement that gives a column its old name back: where one column is missing and another
  // one, the same but for its name, is there instead.
  std::string rename() const {
    const ColumnShape* missing = only_in(expected_, actual_);
    const ColumnShape* extra = only_in(actual_, expected_);
    if (missing == nullptr || extra == nullptr) return {};
    ColumnShape renamed = *extra;
    renamed.name = missing->name;
    if (!(renamed == *missing)) return {};
    return "ALTER TABLE " + bare_or_quoted(table_) + " RENAME COLUMN " +
           bare_or_quoted(extra->name) + " TO " + bare_or_quoted(missing->name) + ";";
  }

  // The column that `without` lacks, if it is exactly one.
  static const ColumnShape* only_in(const TableShape& of, const TableShape& without) {
    const ColumnShape* found = nullptr;
    for (const auto& [key, column] : of.columns) {
      if (without.columns.count(key) != 0) continue;
      if (found != nullptr) return nullptr;
      found = &column;
    }
    return found;
  }

  void changed(const ColumnShape& column, std::string detail) {
    differences_.push_back({What::changed, column_name(column), dialect::lower_case(column.name),
                            dialect::lower_case(table_), std::move(detail), ""});
  }

  static std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

  void columns(const ColumnShape& expected, const ColumnShape& actual) {
    if (expected.type != actual.type) {
      changed(actual, "has type " + or_none(actual.type) + " instead of " + or_none(expected.type));
    }
    if (expected.default_value != actual.default_value) {
      changed(actual, "has default " + or_none(actual.default_value) + " instead of " +
                          or_none(expected.default_value));
    }
    if (expected.not_null != actual.not_null) {
      changed(actual, actual.not_null ? "is NOT NULL and was not" : "is no longer NOT NULL");
    }
    if (expected.collation != actual.collation) {
      changed(actual, "has collation " + actual.collation + " instead of " + expected.collation);
    }
  }

  void traits(const TableShape& of, const TableShape& without, const std::string& verb) {
    std::multiset<std::string> rest = of.traits;
    for (const std::string& trait : without.traits) {
      if (const auto found = rest.find(trait); found != rest.end()) rest.erase(found);
    }
    for (const std::string& trait : rest) {
      differences_.push_back({What::changed, named("table", table_), dialect::lower_case(table_),
                              "", verb + trait, ""});
    }
  }

  std::string_view table_;
  const TableShape& expected_;
  const TableShape& actual_;
  std::vector<Difference>& differences_;
};

// "CREATE INDEX i ON t (a ASC)" is "… (a)".
std::vector<SqlToken> tokens_of(const CatalogueRow& row) {
  std::vector<SqlToken> tokens = sql_tokens(row.sql);
  if (row.type != "index") return tokens;
  tokens.erase(
      std::remove_if(tokens.begin(), tokens.end(), [](const SqlToken& t) { return t.is("asc"); }),
      tokens.end());
  return tokens;
}

void compare_object(const CatalogueRow& expected, const CatalogueRow& actual,
                    const std::vector<SqliteFunction>& functions,
                    std::vector<Difference>& differences) {
  if (expected.sql == actual.sql || tokens_of(expected) == tokens_of(actual)) return;
  if (expected.type == "table") {
    const auto before = table_shape(expected.name, expected.sql, functions);
    const auto after = table_shape(actual.name, actual.sql, functions);
    const bool is_virtual = dialect::lower_case(expected.sql.substr(0, 14)) == "create virtual" ||
                            dialect::lower_case(actual.sql.substr(0, 14)) == "create virtual";
    if (before && after && !is_virtual) {
      TableComparison(actual.name, *before, *after, differences).run();
      return;
    }
  }
  const std::string create = one_line(expected.sql);
  differences.push_back(
      {What::changed, named(actual.type, actual.name), dialect::lower_case(actual.name), "",
       "has another definition",
       create.empty() || expected.type == "table" ? "" : drop(actual) + " " + create});
}

}  // namespace

std::vector<Difference> compare(const Catalogue& expected, const Catalogue& actual,
                                const std::vector<SqliteFunction>& functions) {
  std::vector<Difference> differences;
  if (expected == actual) return differences;
  const Objects expected_objects = objects_of(expected);
  const Objects actual_objects = objects_of(actual);
  add_one_sided(expected_objects, actual_objects, What::missing, differences);
  add_one_sided(actual_objects, expected_objects, What::extra, differences);
  for (const auto& [key, row] : expected_objects) {
    const auto found = actual_objects.find(key);
    if (found != actual_objects.end()) compare_object(row, found->second, functions, differences);
  }
  return differences;
}

}  // namespace retort::compiler::verify
