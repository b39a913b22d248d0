// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the folder and the user say in, a file's name and text out. Writes nothing.
#include "driver/new_migration.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <random>

#include "cli/text.hpp"
#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::driver {
namespace {

constexpr std::size_t max_slug = 40;
constexpr std::size_t default_width = 4;
constexpr std::size_t max_digits = 18;  // what fits into 64 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string formatted(const std::tm& time, const char* format) {
  std::array<char, 32> buffer{};
  const std::size_t size = std::strftime(buffer.data(), buffer.size(), format, &time);
  return std::string(buffer.data(), size);
}

std::string padded(std::uint64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string leading_digits(const std::string& name) {
  const auto end = std::find_if_not(name.begin(), name.end(), is_digit);
  return std::string(name.begin(), end);
}

bool looks_like_date(const std::string& digits) {
  if (digits.size() < 8) return false;
  const int year = std::stoi(digits.substr(0, 4));
  const int month = std::stoi(digits.substr(4, 2));
  const int day = std::stoi(digits.substr(6, 2));
  return year >= 1970 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// One more than the largest number behind `prefix` in the names.
std::uint64_t next_number(const std::vector<std::string>& names, const std::string& prefix) {
  std::uint64_t next = 1;
  for (const std::string& name : names) {
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string digits = leading_digits(name.substr(prefix.size()));
    if (digits.empty() || digits.size() > max_digits) continue;
    next = std::max<std::uint64_t>(next, std::stoull(digits) + 1);
  }
  return next;
}

// "20240507_01_…": the second number counts within a day.
std::string dated_stem(const NameRequest& request, const std::string& slug) {
  const std::string today = formatted(request.now, "%Y%m%d_");
  const std::string second = leading_digits(request.example.substr(9));
  const bool counted = !second.empty() && request.example.substr(9 + second.size(), 1) == "_";
  if (!counted) return today + slug;
  return today + padded(next_number(request.names, today), second.size()) + "_" + slug;
}

std::string with_slug(const std::string& prefix, const std::string& slug) {
  return slug.empty() ? prefix : prefix + "_" + slug;
}

}  // namespace

std::tm current_time() {
  std::tm result{};
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
    const std::time_t moment = std::strtoll(epoch, nullptr, 10);
    gmtime_r(&moment, &result);
    return result;
  }
  const std::time_t moment = std::time(nullptr);
  localtime_r(&moment, &result);
  return result;
}

std::string slug_of(const std::string& message) {
  std::string slug;
  for (const char c : message) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept =
        (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (upper) {
      slug += static_cast<char>(c - 'A' + 'a');
    } else if (kept) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '_') {
      slug += '_';
    }
  }
  if (slug.size() > max_slug) {
    std::size_t cut = max_slug;
    while (cut > 0 && (static_cast<unsigned char>(slug[cut]) & 0xC0u) == 0x80u) --cut;
    slug.resize(cut);
  }
  while (!slug.empty() && slug.back() == '_') slug.pop_back();
  return slug;
}

std::string next_stem(const NameRequest& request) {
  const std::string slug = slug_of(request.message);
  const std::string& example = request.example;
  const std::string digits = leading_digits(example);
  const bool id_first =
      !request.example_id.empty() && !digits.empty() &&
      example.compare(0, request.example_id.size() + 1, request.example_id + "_") == 0 &&
      request.example_id.size() > digits.size();
  if (example.empty()) return with_slug(padded(1, default_width), slug);
  if (digits.empty() || id_first || digits.size() > max_digits) return with_slug(request.id, slug);
  const bool date = looks_like_date(digits);
  if (date && digits.size() == 8 && example.substr(8, 1) == "_") return dated_stem(request, slug);
  const std::uint64_t next = next_number(request.names, "");
  if (date && (digits.size() == 12 || digits.size() == 14)) {
    const std::string moment =
        formatted(request.now, digits.size() == 14 ? "%Y%m%d%H%M%S" : "%Y%m%d%H%M");
    return with_slug(std::to_string(std::max<std::uint64_t>(next, std::stoull(moment))), slug);
  }
  return with_slug(padded(next, digits.size()), slug);
}

std::string random_id(const std::vector<std::string>& taken) {
  static constexpr char hex[] = "0123456789abcdef";
  std::random_device device;
  for (;;) {
    std::string id;
    for (int word = 0; word < 2; ++word) {
      std::uint32_t bits = device();
      for (int i = 0; i < 6; ++i, bits >>= 4) id += hex[bits & 15];
    }
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
  }
}

std::string migration_text(const HeaderText& header, const std::vector<dialect::Engine>& engines) {
  std::string text =
      "-- " + header.message + "\n--\n-- Revision ID: " + header.id + "\n-- Revises:";
  for (std::size_t i = 0; i < header.parents.size(); ++i) {
    text += (i == 0 ? " " : ", ") + header.parents[i];
  }
  text += "\n-- Create Date: " + formatted(header.now, "%Y-%m-%d %H:%M") + "\n";
  for (const char* section : {"up", "down"}) {
    for (const dialect::Engine engine : engines) {
      text += "\n-- migrate:" + std::string(section);
      if (engines.size() > 1) text += " " + std::string(dialect::engine_name(engine));
      text += "\n";
    }
  }
  return text;
}

std::string check_migration_text(const std::string& text, const HeaderText& header) {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const source::SourceFile& file = sources.add("new", text);
  const lex::TokenizedFile tokens = lex::tokenize(file, {}, diagnostics);
  const ast::MigrationFile migration = parse::parse_migration(tokens, diagnostics);
  const bool same = !diagnostics.has_errors() && migration.header.revision_id &&
                    migration.header.revision_id->text == header.id &&
                    migration.header.message.text == header.message &&
                    migration.header.revises.size() == header.parents.size();
  if (same) return {};
  return "the message " + cli::in_quotes(header.message) + " would be read as something else";
}

}  // namespace retort::compiler::driver
