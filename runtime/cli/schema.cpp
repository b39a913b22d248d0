// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// verify, and the drift that check finds. In: an open session. Out: one line per difference on
// stdout, words about it on stderr, an exit code.
#include "cli/schema.hpp"

#include "cli/adoption.hpp"
#include "cli/text.hpp"

namespace retort::cli {
namespace {

using catalogue::Difference;

std::string_view what_name(Difference::What what) {
  switch (what) {
    case Difference::What::missing:
      return "missing";
    case Difference::What::extra:
      return "extra";
    case Difference::What::changed:
      return "changed";
  }
  return "changed";
}

std::string json_list(const std::vector<Difference>& differences) {
  std::string text = "[";
  for (const Difference& difference : differences) {
    text += text.size() > 1 ? ", {" : "{";
    text += "\"what\": " + json_string(what_name(difference.what));
    text += ", \"kind\": " + json_string(catalogue::kind_name(difference.kind));
    text += ", \"name\": " + json_string(difference.name);
    if (!difference.table.empty()) text += ", \"table\": " + json_string(difference.table);
    if (!difference.property.empty()) {
      text += ", \"property\": " + json_string(difference.property);
      text += ", \"expected\": " + json_string(difference.expected);
      text += ", \"actual\": " + json_string(difference.actual);
    }
    text += ", \"text\": " + json_string(difference.to_string()) + "}";
  }
  return text + "]";
}

std::string place_text(const Inspection& inspection) {
  std::string text;
  for (const std::string& id : inspection.current) {
    text += (text.empty() ? "" : ", ") + in_quotes(id);
  }
  return text.empty() ? "the base" : text;
}

void print_differences(Session& session, const SchemaCheck& check) {
  std::string text;
  for (const Difference& difference : check.differences) {
    text += printable(difference.to_string()) + "\n";
  }
  session.print(text);
}

// Why what the ledger says is no schema to expect; empty where it is one.
std::string not_a_state(const Inspection& inspection) {
  if (!inspection.unknown.empty()) {
    return "revision " + in_quotes(inspection.unknown.back()) +
           " is applied, which this program does not know: only the newer program knows its schema";
  }
  if (!inspection.changed.empty()) {
    return "revision " + in_quotes(inspection.changed.front()) +
           " was applied in another form than this program has";
  }
  if (!inspection.in_progress.empty()) {
    return "revision " + in_quotes(inspection.in_progress) + " stopped half-way";
  }
  return {};
}

}  // namespace

SchemaSetup::SchemaSetup(Session& session) {
  options.ignored = session.options().ignored;
  const std::string& url = session.options().scratch_url;
  if (!url.empty()) {
    code = session.open_second(url, "--scratch", scratch_);
  } else if (session.database().traits().engine == Engine::sqlite) {
    code = session.open_second("sqlite::memory:", "the memory", scratch_);
  }
  options.scratch = scratch_.get();
}

std::string strangers_text(const SchemaCheck& check) {
  constexpr std::size_t max_listed = 10;
  std::string text;
  const std::size_t count = check.strangers.size();
  for (std::size_t i = 0; i < count && i < max_listed; ++i) {
    const Difference& stranger = check.strangers[i];
    text += (text.empty() ? "" : ", ") + std::string(catalogue::kind_name(stranger.kind)) + " " +
            in_quotes(stranger.name);
  }
  if (count > max_listed) text += " and " + std::to_string(count - max_listed) + " more";
  return text;
}

std::string schema_json(const SchemaCheck& check) {
  std::string text = std::string("\"compared\": ") + (check.compared ? "true" : "false");
  text += ", \"reason\": " + (check.compared ? std::string("null") : json_string(check.reason));
  text += ", \"differences\": " + json_list(check.differences);
  return text + ", \"strangers\": " + json_list(check.strangers);
}

int report_drift(Session& session, const SchemaCheck& check) {
  if (!check.status.ok()) return session.fail(check.status);
  if (!check.compared) {
    session.note("the schema was not compared with the chain's: " + printable(check.reason));
    return exit_done;
  }
  if (check.differences.empty()) return exit_done;
  const std::size_t count = check.differences.size();
  const int code =
      session.fail("the schema is not the chain's any more: " + counted(count, "difference"));
  constexpr std::size_t max_listed = 20;
  for (std::size_t i = 0; i < count && i < max_listed; ++i) {
    session.detail(printable(check.differences[i].to_string()));
  }
  if (count > max_listed) session.help("see them all:  " + session.program() + " verify");
  return code;
}

int run_verify(Session& session) {
  if (const int code = session.connect(true); code != exit_done) return code;
  const Inspection inspection = inspect(session.database(), session.chain());
  if (!inspection.status.ok()) return session.fail(inspection.status);
  if (inspection.applied.empty()) {
    const int code = session.fail("no revision is applied: there is no schema to compare");
    mention_foreign_ledger(session);
    return code;
  }
  SchemaCheck check;
  check.reason = not_a_state(inspection);
  if (check.reason.empty()) {
    const SchemaSetup setup(session);
    if (setup.code != exit_done) return setup.code;
    check = check_schema(session.database(), session.chain(), inspection.applied, setup.options);
  }
  if (!check.status.ok()) return session.fail(check.status);
  const bool strangers_count = session.options().strict && !check.strangers.empty();
  if (session.options().json) {
    session.print("{\"chain\": " + json_string(session.chain().name) + ", " + schema_json(check) +
                  "}\n");
  } else {
    print_differences(session, check);
  }
  if (!check.compared) {
    const bool elsewhere = session.options().scratch_url.empty() && not_a_state(inspection).empty();
    return session.fail("cannot compare: " + printable(check.reason),
                        elsewhere ? "replay it elsewhere:  " + session.program() +
                                        " verify --scratch URL  (an empty database)"
                                  : std::string());
  }
  if (!check.strangers.empty()) {
    session.note("not of this chain: " + strangers_text(check));
  }
  if (!check.differences.empty()) {
    return session.fail("the schema is not that of the chain at " + place_text(inspection) + ": " +
                        counted(check.differences.size(), "difference"));
  }
  if (strangers_count) return session.fail("there are objects that are not the chain's");
  if (!session.options().json) {
    session.print("the schema is that of the chain at " + place_text(inspection) + "\n");
  }
  return exit_done;
}

}  // namespace retort::cli
