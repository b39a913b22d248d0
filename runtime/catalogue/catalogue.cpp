// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The catalogue as data: names of kinds, look-ups, the order of objects.
#include "retort/catalogue.hpp"

#include <algorithm>

#include "catalogue/reader.hpp"

namespace retort::catalogue {

std::string_view kind_name(Kind kind) noexcept {
  constexpr std::string_view names[] = {
      "schema", "extension",  "type",  "sequence", "function", "aggregate", "table",
      "column", "constraint", "index", "view",     "trigger",  "rule",      "policy"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view Object::property(std::string_view property_name) const noexcept {
  for (const Property& property : properties) {
    if (property.name == property_name) return property.value;
  }
  return {};
}

const Object* Catalogue::find(Kind kind, std::string_view name,
                              std::string_view table) const noexcept {
  const auto same = [this](std::string_view a, std::string_view b) {
    return engine == Engine::sqlite ? detail::equal_names(a, b) : a == b;
  };
  for (const Object& object : objects) {
    if (object.kind == kind && same(object.name, name) && same(object.table, table)) return &object;
  }
  return nullptr;
}

Status read(Database& database, const ReadOptions& options, Catalogue& catalogue) {
  catalogue = {};
  catalogue.engine = database.traits().engine;
  Status status = catalogue.engine == Engine::sqlite
                      ? detail::read_sqlite(database, options, catalogue)
                      : detail::read_postgres(database, options, catalogue);
  if (status.ok()) detail::sort(catalogue);
  return status;
}

namespace detail {
namespace {

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

bool equal_names(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool is_ignored(std::string_view name, const ReadOptions& options) {
  if (equal_names(name, "retort_ledger")) return true;
  for (const std::string& ignored : options.ignored) {
    if (equal_names(name, ignored)) return true;
  }
  return false;
}

void set(Object& object, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  auto place = object.properties.begin();
  while (place != object.properties.end() && place->name < name) ++place;
  object.properties.insert(place, {std::string(name), std::string(value)});
}

int compare_names(std::string_view a, std::string_view b, bool fold) noexcept {
  if (!fold) return a.compare(b);
  const std::size_t shorter = a.size() < b.size() ? a.size() : b.size();
  for (std::size_t i = 0; i < shorter; ++i) {
    const int difference =
        static_cast<unsigned char>(lower(a[i])) - static_cast<unsigned char>(lower(b[i]));
    if (difference != 0) return difference;
  }
  return a.size() == b.size() ? 0 : (a.size() < b.size() ? -1 : 1);
}

int compare_objects(const Object& a, const Object& b, bool fold) noexcept {
  if (const int order = compare_names(a.table, b.table, fold); order != 0) return order;
  if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
  return compare_names(a.name, b.name, fold);
}

void sort(Catalogue& catalogue) {
  const bool fold = catalogue.engine == Engine::sqlite;
  std::stable_sort(
      catalogue.objects.begin(), catalogue.objects.end(),
      [fold](const Object& a, const Object& b) { return compare_objects(a, b, fold) < 0; });
}

}  // namespace detail
}  // namespace retort::catalogue
