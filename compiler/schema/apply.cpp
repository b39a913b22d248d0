// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements to changes of the schema: what has no file of its own, and the findings of all. What
// is not understood makes exactly those objects uncertain that it names.
#include "schema/apply.hpp"

#include <algorithm>

#include "diag/suggest.hpp"
#include "dialect/ascii.hpp"
#include "schema/applier.hpp"
#include "schema/names.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::schema {

using diag::Kind;

void apply(Schema& schema, const ast::Statement& statement, const ApplyOptions& options) {
  std::visit(Applier(schema, options), statement.node);
}

std::vector<std::string> texts_of(const std::vector<ast::Name>& names) {
  std::vector<std::string> texts;
  for (const ast::Name& name : names) texts.push_back(name.text);
  return texts;
}

std::vector<std::string> columns_in(const ast::Expr& expression) {
  std::vector<std::string> names;
  visit_tree(expression, [&names](const ast::Expr& part) {
    const auto* reference = std::get_if<ast::ColumnRef>(&part.node);
    if (reference == nullptr) return;
    const std::string& name = reference->column.text;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  });
  return names;
}

Tree tree_of(const ast::Expr& expression) { return std::make_shared<const ast::Expr>(expression); }

Tree renamed(const Tree& tree, const std::string& from, const std::string& to) {
  if (!tree) return tree;
  const auto names = columns_in(*tree);
  if (std::find(names.begin(), names.end(), from) == names.end()) return tree;
  auto copy = std::make_shared<ast::Expr>(*tree);
  visit_tree(*copy, [&](ast::Expr& part) {
    auto* reference = std::get_if<ast::ColumnRef>(&part.node);
    if (reference != nullptr && reference->column.text == from) reference->column.text = to;
  });
  return copy;
}

std::set<std::string> names_in(const ast::Opaque& statement, const Schema& schema) {
  std::set<std::string> keys;
  for (const ast::Name& name : statement.names) keys.insert(schema.key(name.text));
  return keys;
}

// Making a function runs none of its code.
bool only_makes_code(const ast::Opaque& statement) {
  const auto starts = [&statement](std::string_view words) {
    return statement.words.compare(0, words.size(), words) == 0;
  };
  if (starts("CREATE FUNCTION") || starts("CREATE PROCEDURE")) return true;
  if (statement.words != "CREATE OR" || statement.names.size() < 4) return false;
  const std::string kind = dialect::lower_case(statement.names[3].text);
  return kind == "function" || kind == "procedure";
}

// Code may touch whatever it likes.
void Applier::operator()(const ast::Opaque& statement) {
  if (only_makes_code(statement)) return;
  const std::set<std::string> named = names_in(statement, schema_);
  const bool path = named.count("search_path") != 0 || named.count("schema") != 0;
  if (statement.has_code || path || statement.words == "CALL") schema_.certain = false;
  for (const auto& [key, table] : Objects<Table>(schema_.tables)) {
    if (statement.has_code || named.count(key) != 0) schema_.edit(table->name).uncertain = true;
  }
  for (auto& [key, index] : schema_.indexes) {
    if (!statement.has_code && named.count(key) == 0) continue;
    auto copy = std::make_shared<Index>(*index);
    copy->uncertain = true;
    index = std::move(copy);
  }
  for (auto& [key, view] : schema_.views) {
    if (!statement.has_code && named.count(key) == 0) continue;
    auto copy = std::make_shared<View>(*view);
    copy->uncertain = true;
    view = std::move(copy);
  }
  schema_.rumours.insert(named.begin(), named.end());
}

void Applier::unknown_table(const ast::Name& name) {
  schema_.rumours.insert(schema_.key(name.text));
  if (options_.diagnostics == nullptr) return;
  auto report = options_.diagnostics->report(Kind::unknown_table, name.span, {name.text});
  report.revision(options_.revision);
  if (const auto close = diag::suggest(name.text, schema_.relation_names())) {
    report.help("did you mean '" + *close + "'?");
  }
}

void Applier::unknown_column(const ast::Name& name, const Table& table) {
  if (options_.diagnostics == nullptr) {
    if (schema_.table(table.name) != nullptr) schema_.edit(table.name).uncertain = true;
    return;
  }
  auto report = options_.diagnostics->report(Kind::unknown_column, name.span, {name.text});
  report.revision(options_.revision);
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.push_back(column.name);
  if (const auto close = diag::suggest(name.text, names)) {
    report.help("did you mean '" + *close + "'?");
  }
}

void Applier::unknown_object(std::string_view kind, const ast::Name& name,
                             const std::vector<std::string>& candidates) {
  if (options_.diagnostics == nullptr) return;
  auto report = options_.diagnostics->report(Kind::unknown_object, name.span, {kind, name.text});
  report.revision(options_.revision);
  if (const auto close = diag::suggest(name.text, candidates)) {
    report.help("did you mean '" + *close + "'?");
  }
}

void Applier::duplicate(std::string_view kind, const ast::Name& name, source::Span first) {
  if (options_.diagnostics == nullptr) return;
  auto report = options_.diagnostics->report(Kind::duplicate_name, name.span, {kind, name.text});
  report.revision(options_.revision);
  if (first.file != 0) report.note(first, "the first one is here");
}

void Applier::still_used(source::Span span, const std::string& what, const std::string& by,
                         source::Span place) {
  if (options_.diagnostics == nullptr) return;
  options_.diagnostics->report(Kind::still_used, span, {what, by})
      .note(place, "it was made here")
      .help("drop that first")
      .revision(options_.revision);
}

// Tables, views and indexes share their names.
bool Applier::name_is_free(std::string_view kind, const ast::QualifiedName& name) {
  const std::string& text = name.name.text;
  source::Span first;
  std::string_view other = kind;
  if (const Table* table = schema_.table(text)) {
    first = table->span;
    other = "table";
  } else if (const View* view = schema_.view(text)) {
    first = view->span;
    other = "view";
  } else if (const Index* index = schema_.index(text)) {
    first = index->span;
    other = "index";
  } else {
    return true;
  }
  duplicate(other, name.name, first);
  return false;
}

}  // namespace retort::compiler::schema
