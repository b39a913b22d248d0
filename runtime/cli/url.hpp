// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which database: --url, else $DATABASE_URL, else .env in the working directory, else the chain's
// own default; and how to show a URL without its password.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "retort/chain.hpp"

namespace retort::cli {

struct Url {
  std::string text;    // as given; may hold a password: never printed
  std::string origin;  // "--url", "DATABASE_URL", ".env", "the program's default"
};

// Nothing where no URL is known. `given` is the value of --url, empty where there is none.
std::optional<Url> choose_url(std::string_view given, const Chain& chain);

// The value of DATABASE_URL in the text of a .env file: KEY=value lines, "export" before the key,
// quotes around the value, comments. The last one wins.
std::optional<std::string> url_in_dotenv(std::string_view text);

// The same of the file .env in the working directory.
std::optional<std::string> url_from_dotenv_file();

// The engine that a URL names, or an error text that says what is accepted.
struct UrlKind {
  std::optional<Engine> engine;
  std::string error;
};
UrlKind classify_url(std::string_view url);

// A PostgreSQL URL as libpq reads it, from what stands in files that were written for others: the
// driver's name is dropped, "ssl" becomes "sslmode", what only a driver of another language knows
// is left out, and characters of user and password that libpq would take for the end of them are
// percent-encoded. A keyword string stays as it is. Where two readings are possible, `error` says
// so and shows nothing of the password.
std::string libpq_url(std::string_view url, std::string& error);

// The URL with every password in it replaced by "***": in the user part, in the query, in a libpq
// keyword string. Rather hides too much than too little.
std::string without_password(std::string_view url);

// `text`, an engine's message, with every password of `url` replaced by "***", as it is written
// there and as it reads when it is decoded.
std::string redacted(std::string text, std::string_view url);

// Overwrites the passwords in the program's own arguments, which `ps` shows to everybody.
void hide_passwords(int argc, char** argv);

}  // namespace retort::cli
