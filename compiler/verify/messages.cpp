// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite tells what is missing in its message only; the wording has been stable since 3.0.
#include "verify/messages.hpp"

#include "dialect/ascii.hpp"
#include "source/utf8.hpp"
#include "verify/connection.hpp"
#include "verify/sql_tokens.hpp"

namespace retort::compiler::verify {
namespace {

std::string_view behind(std::string_view message, std::string_view prefix) {
  const std::size_t found = message.find(prefix);
  return found == std::string_view::npos ? "" : message.substr(found + prefix.size());
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string missing_function(std::string_view message) {
  if (const auto name = behind(message, "no such function: "); !name.empty())
    return std::string(name);
  const auto call = behind(message, "wrong number of arguments to function ");
  return std::string(call.substr(0, call.find('(')));
}

std::string missing_table(std::string_view message) {
  std::string_view name = behind(message, "no such table: ");
  if (name.substr(0, 5) == "main.") name.remove_prefix(5);
  return std::string(name);
}

std::string missing_column(std::string_view message) {
  const std::string_view name = behind(message, "no such column: ");
  return std::string(name.substr(name.rfind('.') + 1));
}

std::string statement_text(const retort::Statement& statement) {
  std::string text;
  for (std::uint32_t i = 0; i < statement.chunk_count; ++i) text.append(statement.chunks[i]);
  return text;
}

std::int64_t offset_in(const retort::Statement& statement, std::uint32_t line,
                       std::uint32_t column) {
  const std::string text = statement_text(statement);
  std::uint32_t at_line = statement.line;
  std::uint32_t at_column = statement.column;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    if (!continues && at_line == line && at_column == column && i > 0) {
      return static_cast<std::int64_t>(i);
    }
    if (text[i] == '\n') {
      ++at_line;
      at_column = 1;
    } else if (!continues) {
      ++at_column;
    }
  }
  return -1;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_word(text[end])) ++end;
  return end > begin ? end : std::min(begin + 1, text.size());
}

std::size_t find_name(std::string_view sql, std::string_view name) {
  const std::string wanted = dialect::lower_case(name);
  for (const SqlToken& token : sql_tokens(sql)) {
    if (token.is_name && token.text == wanted) return token.begin;
  }
  return std::string_view::npos;
}

int argument_count(std::string_view sql, std::string_view function) {
  const auto tokens = sql_tokens(sql);
  const std::string wanted = dialect::lower_case(function);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].text != wanted || !tokens[i + 1].is("(")) continue;
    if (tokens[i + 2].is(")")) return 0;
    int depth = 0;
    int count = 1;
    for (std::size_t j = i + 1; j < tokens.size(); ++j) {
      if (tokens[j].is("(")) ++depth;
      if (tokens[j].is(")") && --depth == 0) break;
      if (tokens[j].is(",") && depth == 1) ++count;
    }
    return count;
  }
  return 1;
}

std::string millions(std::int64_t number) {
  return number < 1'000'000 ? std::to_string(number)
                            : std::to_string(number / 1'000'000) + " million";
}

std::string mebibytes(std::int64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

}  // namespace retort::compiler::verify
