// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The server's errors to diagnostics: its DETAIL is part of the message, its HINT a help line.
#include "verify/postgres_report.hpp"

#include <string_view>

#include "verify/postgres_session.hpp"

namespace retort::compiler::verify {
namespace {

using diag::Kind;

// The driver appends "; detail: …" and "; hint: …".
std::string take_hint(std::string& message) {
  constexpr std::string_view mark = "; hint: ";
  const std::size_t found = message.rfind(mark);
  if (found == std::string::npos) return {};
  std::string hint = message.substr(found + mark.size());
  message.erase(found);
  while (!hint.empty() && hint.back() == '.') hint.pop_back();
  if (!hint.empty() && hint[0] >= 'A' && hint[0] <= 'Z' && !(hint[1] >= 'A' && hint[1] <= 'Z')) {
    hint[0] = static_cast<char>(hint[0] - 'A' + 'a');
  }
  return hint;
}

// The name in `relation "x" does not exist`; else empty.
std::string missing_relation(std::string_view message) {
  constexpr std::string_view begin = "relation \"";
  constexpr std::string_view end = "\" does not exist";
  if (message.substr(0, begin.size()) != begin) return {};
  const std::size_t found = message.find(end);
  if (found == std::string_view::npos) return {};
  return std::string(message.substr(begin.size(), found - begin.size()));
}

bool has_own_timeout(const Failure& failure) {
  return failure.script != nullptr && failure.script->statement_timeout_ms > 0;
}

}  // namespace

void PostgresReport::failure(const retort::Revision& revision, const retort::Body& body,
                             Phase phase, const Failure& failure,
                             const std::vector<std::string>& tables) {
  const source::Span span = place(body, phase, failure);
  const std::string& sqlstate = failure.status.sqlstate();
  if (sqlstate == "57014" && !has_own_timeout(failure)) {  // query_canceled
    error(Kind::limit_exceeded, span, revision,
          {"a statement in the proof", std::to_string(statement_seconds) + " seconds"});
    return;
  }
  std::string message = failure.status.message();
  const std::string hint = take_hint(message);
  Failure shown = failure;
  shown.status = Status(failure.status.code(), message);
  auto report = refused(revision, phase, span, shown);
  if (failure.status.code() == Code::verify_failed) return;
  suggest(report, missing_relation(message), tables);
  if (!hint.empty()) report.help(hint);
  if (sqlstate == "42501") {  // insufficient_privilege
    report.help(
        "the proof's role is no superuser, so that no migration runs programs on this machine; "
        "without VERIFY postgres the chain is built unproved");
  }
}

}  // namespace retort::compiler::verify
