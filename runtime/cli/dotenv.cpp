// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The text of a .env file in, the value of DATABASE_URL out.
#include <fstream>

#include "cli/url.hpp"

namespace retort::cli {
namespace {

constexpr std::size_t max_dotenv = std::size_t{1} << 20;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The value behind '=': in quotes up to the closing quote, else up to " #".
std::string dotenv_value(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && std::string_view("\"'`").find(text.front()) != std::string_view::npos) {
    const char quote = text.front();
    std::string value;
    for (std::size_t i = 1; i < text.size() && text[i] != quote; ++i) {
      if (text[i] == '\\' && quote == '"' && i + 1 < text.size()) ++i;
      value += text[i];
    }
    return value;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && (i == 0 || is_blank(text[i - 1]))) text = text.substr(0, i);
  }
  return std::string(trimmed(text));
}

}  // namespace

std::optional<std::string> url_in_dotenv(std::string_view text) {
  std::optional<std::string> url;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const bool exported = line.substr(0, 6) == "export" && line.size() > 6 && is_blank(line[6]);
    if (exported) line = trimmed(line.substr(7));
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    if (trimmed(line.substr(0, equals)) == "DATABASE_URL")
      url = dotenv_value(line.substr(equals + 1));
  }
  if (url && url->empty()) url.reset();
  return url;
}

std::optional<std::string> url_from_dotenv_file() {
  std::ifstream in(".env", std::ios::binary);
  if (!in) return std::nullopt;
  std::string text(max_dotenv, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return url_in_dotenv(text);
}

}  // namespace retort::cli
