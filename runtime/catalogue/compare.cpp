// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Two catalogues in, differences out: one walk over both sorted lists, then constraints and indexes
// that are alone on each side are matched by what they are.
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/reader.hpp"

namespace retort::catalogue {
namespace {

using What = Difference::What;

Difference difference_of(What what, const Object& object, Kind owner) {
  Difference difference;
  difference.what = what;
  difference.kind = object.kind;
  difference.name = object.name;
  difference.table = object.table;
  difference.owner = owner;
  difference.unnamed = object.unnamed;
  return difference;
}

class Comparison {
 public:
  Comparison(const Catalogue& expected, const Catalogue& actual, const CompareOptions& options)
      : expected_(expected),
        actual_(actual),
        options_(options),
        fold_(expected.engine == Engine::sqlite) {}

  std::vector<Difference> run() {
    walk();
    match_by_content();
    for (const Object* object : missing_) add_one_sided(What::missing, *object, actual_);
    for (const Object* object : extra_) add_one_sided(What::extra, *object, expected_);
    return std::move(differences_);
  }

 private:
  void walk() {
    auto expected = expected_.objects.begin();
    auto actual = actual_.objects.begin();
    while (expected != expected_.objects.end() || actual != actual_.objects.end()) {
      int order = expected == expected_.objects.end() ? 1 : -1;
      if (expected != expected_.objects.end() && actual != actual_.objects.end()) {
        order = detail::compare_objects(*expected, *actual, fold_);
      }
      if (order < 0) missing_.push_back(&*expected++);
      if (order > 0) extra_.push_back(&*actual++);
      if (order == 0) properties(*expected++, *actual++);
    }
  }

  void properties(const Object& expected, const Object& actual) {
    if (expected.properties == actual.properties) return;
    auto left = expected.properties.begin();
    auto right = actual.properties.begin();
    while (left != expected.properties.end() || right != actual.properties.end()) {
      int order = left == expected.properties.end() ? 1 : -1;
      if (left != expected.properties.end() && right != actual.properties.end()) {
        order = left->name.compare(right->name);
      }
      const std::string& name = order <= 0 ? left->name : right->name;
      const std::string before = order <= 0 ? left->value : std::string();
      const std::string after = order >= 0 ? right->value : std::string();
      if (before != after && (options_.comments || name != "comment")) {
        changed(actual, name, before, after);
      }
      if (order <= 0) ++left;
      if (order >= 0) ++right;
    }
  }

  void changed(const Object& object, const std::string& property, std::string expected,
               std::string actual) {
    Difference difference = difference_of(What::changed, object, owner_of(object));
    difference.property = property;
    difference.expected = std::move(expected);
    difference.actual = std::move(actual);
    differences_.push_back(std::move(difference));
  }

  // The names that an engine or a tool makes up differ where the things themselves do not.
  void match_by_content() {
    for (const Object*& missing : missing_) {
      if (missing->kind != Kind::constraint && missing->kind != Kind::index) continue;
      for (const Object*& extra : extra_) {
        if (extra == nullptr || !same_content(*missing, *extra)) continue;
        if (options_.names && missing->unnamed == extra->unnamed) {
          changed(*missing, "name", missing->name, extra->name);
        }
        missing = extra = nullptr;
        break;
      }
    }
    erase_nulls(missing_);
    erase_nulls(extra_);
  }

  bool same_content(const Object& a, const Object& b) const {
    return a.kind == b.kind && !a.properties.empty() && a.properties == b.properties &&
           (fold_ ? detail::equal_names(a.table, b.table) : a.table == b.table);
  }

  static void erase_nulls(std::vector<const Object*>& objects) {
    std::vector<const Object*> kept;
    for (const Object* object : objects) {
      if (object != nullptr) kept.push_back(object);
    }
    objects.swap(kept);
  }

  // What belongs to a table that `other` lacks is not named again.
  void add_one_sided(What what, const Object& object, const Catalogue& other) {
    if (!object.table.empty() && owner_in(other, object) == nullptr) return;
    differences_.push_back(difference_of(what, object, owner_of(object)));
  }

  static const Object* owner_in(const Catalogue& catalogue, const Object& object) {
    for (const Kind kind : {Kind::table, Kind::view, Kind::type}) {
      if (const Object* owner = catalogue.find(kind, object.table)) return owner;
    }
    return nullptr;
  }

  Kind owner_of(const Object& object) const {
    const Object* owner = object.table.empty() ? nullptr : owner_in(expected_, object);
    return owner == nullptr ? Kind::table : owner->kind;
  }

  const Catalogue& expected_;
  const Catalogue& actual_;
  const CompareOptions& options_;
  bool fold_;
  std::vector<const Object*> missing_;
  std::vector<const Object*> extra_;
  std::vector<Difference> differences_;
};

// Long definitions are cut: the object's name says where to look.
std::string shown(const std::string& value) {
  constexpr std::size_t longest = 120;
  if (value.empty()) return "none";
  std::string text;
  for (const char c : value) {
    const bool blank = c == '\n' || c == '\t' || c == '\r' || c == ' ';
    if (!blank) text.push_back(c);
    if (blank && !text.empty() && text.back() != ' ') text.push_back(' ');
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string Difference::detail() const {
  if (property == "name") {
    return "is named '" + actual + "' instead of '" + expected + "'";
  }
  if (actual == "yes" && expected.empty()) {
    return "has " + upper_case(property) + " and should not";
  }
  if (expected == "yes" && actual.empty()) {
    return "lacks " + upper_case(property);
  }
  return "has " + property + " " + shown(actual) + " instead of " + shown(expected);
}

std::string Difference::phrase() const {
  std::string text =
      unnamed ? name : std::string(kind_name(kind)).append(" '").append(name).append("'");
  switch (what) {
    case What::missing:
      return text + " is missing";
    case What::extra:
      return text + " is not expected";
    case What::changed:
      break;
  }
  return text + " " + detail();
}

std::string Difference::to_string() const {
  if (table.empty()) return phrase();
  return std::string(kind_name(owner)).append(" '").append(table).append("': ") + phrase();
}

std::vector<Difference> compare(const Catalogue& expected, const Catalogue& actual,
                                const CompareOptions& options) {
  return Comparison(expected, actual, options).run();
}

}  // namespace retort::catalogue
