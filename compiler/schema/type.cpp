// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The spellings of each type. In: words and numbers as the grammar found them; out: one kind, or
// `other` with the text.
#include "schema/type.hpp"

#include <algorithm>
#include <array>

namespace retort::compiler::schema {
namespace {

struct Spelling {
  std::string_view words;
  TypeKind kind;
};

// The first spelling of a kind is the one that is written.
constexpr std::array spellings = {
    Spelling{"smallint", TypeKind::smallint},
    Spelling{"int2", TypeKind::smallint},
    Spelling{"smallserial", TypeKind::smallint},
    Spelling{"serial2", TypeKind::smallint},
    Spelling{"integer", TypeKind::integer},
    Spelling{"int", TypeKind::integer},
    Spelling{"int4", TypeKind::integer},
    Spelling{"serial", TypeKind::integer},
    Spelling{"serial4", TypeKind::integer},
    Spelling{"bigint", TypeKind::bigint},
    Spelling{"int8", TypeKind::bigint},
    Spelling{"bigserial", TypeKind::bigint},
    Spelling{"serial8", TypeKind::bigint},
    Spelling{"boolean", TypeKind::boolean},
    Spelling{"bool", TypeKind::boolean},
    Spelling{"real", TypeKind::real},
    Spelling{"float4", TypeKind::real},
    Spelling{"double precision", TypeKind::double_precision},
    Spelling{"float8", TypeKind::double_precision},
    Spelling{"float", TypeKind::double_precision},
    Spelling{"numeric", TypeKind::numeric},
    Spelling{"decimal", TypeKind::numeric},
    Spelling{"dec", TypeKind::numeric},
    Spelling{"text", TypeKind::text},
    Spelling{"varchar", TypeKind::varchar},
    Spelling{"character varying", TypeKind::varchar},
    Spelling{"char varying", TypeKind::varchar},
    Spelling{"char", TypeKind::character},
    Spelling{"character", TypeKind::character},
    Spelling{"bpchar", TypeKind::character},
    Spelling{"citext", TypeKind::citext},
    Spelling{"bytea", TypeKind::bytea},
    Spelling{"date", TypeKind::date},
    Spelling{"time", TypeKind::time},
    Spelling{"time without time zone", TypeKind::time},
    Spelling{"timestamp", TypeKind::timestamp},
    Spelling{"timestamp without time zone", TypeKind::timestamp},
    Spelling{"timestamptz", TypeKind::timestamptz},
    Spelling{"timestamp with time zone", TypeKind::timestamptz},
    Spelling{"interval", TypeKind::interval},
    Spelling{"uuid", TypeKind::uuid},
    Spelling{"json", TypeKind::json},
    Spelling{"jsonb", TypeKind::jsonb},
    Spelling{"inet", TypeKind::inet},
    Spelling{"cidr", TypeKind::cidr},
    Spelling{"macaddr", TypeKind::macaddr},
};

std::string_view word_of(TypeKind kind) {
  const auto* found = std::find_if(spellings.begin(), spellings.end(),
                                   [kind](const Spelling& s) { return s.kind == kind; });
  return found == spellings.end() ? std::string_view{} : found->words;
}

}  // namespace

Type make_type(std::string_view words, const std::vector<int>& arguments) {
  constexpr std::string_view catalogue = "pg_catalog.";
  if (words.substr(0, catalogue.size()) == catalogue) words.remove_prefix(catalogue.size());
  Type type;
  const auto* found = std::find_if(spellings.begin(), spellings.end(),
                                   [words](const Spelling& s) { return s.words == words; });
  if (found == spellings.end()) {
    type.kind = words.empty() ? TypeKind::none : TypeKind::other;
    type.name = std::string(words);
  } else {
    type.kind = found->kind;
  }
  if (!arguments.empty()) type.length = arguments[0];
  if (arguments.size() > 1) type.scale = arguments[1];
  if (words == "float" && type.length >= 0) {
    type.kind = type.length <= 24 ? TypeKind::real : TypeKind::double_precision;
    type.length = -1;
  }
  if (type.kind == TypeKind::character && type.length < 0 && words != "bpchar") type.length = 1;
  if (type.kind == TypeKind::numeric && type.length >= 0 && type.scale < 0) type.scale = 0;
  return type;
}

bool is_serial(std::string_view words) { return words.find("serial") != std::string_view::npos; }

std::string type_text(const Type& type) {
  std::string text(word_of(type.kind));
  if (text.empty()) text = type.name;
  if (type.length >= 0) {
    text += "(" + std::to_string(type.length);
    if (type.scale >= 0) text += "," + std::to_string(type.scale);
    text += ")";
  }
  return text;
}

}  // namespace retort::compiler::schema
