// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// check_schema(): expected catalogue by replay, live catalogue, comparison. In: two databases, or
// one and a schema in it. Out: differences, or why there can be none.
#include "retort/schema_check.hpp"

#include <algorithm>
#include <utility>

#include "adopt/replay.hpp"
#include "adopt/tools.hpp"
#include "src/text.hpp"

namespace retort {
namespace {

using catalogue::Catalogue;
using catalogue::Difference;
using detail::Marks;
using detail::PartOfChain;

constexpr const char* scratch_schema = "retort_scratch";

class TextSink final : public RowSink {
 public:
  std::vector<std::string> texts;
  void on_row(const Row& row) override { texts.emplace_back(row.text(0)); }
};

class Checker {
 public:
  Checker(Database& live, const Chain& chain, const std::vector<std::string>& applied,
          const SchemaCheckOptions& options)
      : live_(live), chain_(chain), options_(options), marks_(chain.revision_count, '\0') {
    for (const std::string& id : applied) {
      const std::uint32_t index = find_revision(chain, id);
      if (index == base_index) {
        refuse(detail::format("this program does not have revision '%'", id));
      } else {
        marks_[index] = '\1';
      }
    }
    reading_.ignored = options.ignored;
    detail::append_tool_tables(reading_.ignored);
  }

  SchemaCheck run() {
    result_.status = detail::check_chain(chain_, live_.traits());
    if (result_.status.ok()) result_.status = live_.check_idle();
    if (!result_.status.ok() || !result_.reason.empty()) return std::move(result_);
    if (live_.traits().engine == Engine::sqlite) {
      on_sqlite();
    } else {
      on_postgres();
    }
    return std::move(result_);
  }

 private:
  void refuse(std::string reason) {
    if (result_.reason.empty()) result_.reason = std::move(reason);
  }

  // False, and says why, where the replay did not get through.
  bool replayed(const Status& status) {
    if (status.ok()) return true;
    refuse("the chain cannot be replayed: " + status.to_string());
    return false;
  }

  Marks remaining() const {
    Marks rest = marks_;
    for (char& mark : rest) mark = mark == '\0' ? '\1' : '\0';
    return rest;
  }

  // --- SQLite: a second database

  void on_sqlite() {
    if (options_.scratch == nullptr) return refuse("there is no database to replay the chain in");
    Database& scratch = *options_.scratch;
    const PartOfChain part(chain_, marks_);
    if (!replayed(upgrade(scratch, part.view()))) return;
    Catalogue expected, actual;
    if (!replayed(catalogue::read(scratch, reading_, expected))) return;
    result_.status = catalogue::read(live_, reading_, actual);
    if (!result_.status.ok()) return;
    compare(expected, actual);
    if (result_.strangers.empty()) return;
    const PartOfChain whole(chain_, Marks(chain_.revision_count, '\1'));
    Catalogue head;
    if (upgrade(scratch, whole.view()).ok() && catalogue::read(scratch, reading_, head).ok()) {
      recognise_strangers(head);
    }
  }

  // --- PostgreSQL: a schema in a transaction

  void on_postgres() {
    TextSink schemas;
    result_.status = live_.query(
        "SELECT pg_catalog.lower(nspname::text) FROM pg_catalog.pg_namespace"
        " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
        nullptr, 0, &schemas);
    if (!result_.status.ok()) return;
    const PartOfChain part(chain_, marks_);
    if (std::string reason = detail::why_not_in_scratch(part.view(), schemas.texts);
        !reason.empty()) {
      return refuse("the chain cannot be replayed beside the live schema: " + reason);
    }
    result_.status = live_.begin(false);
    if (!result_.status.ok()) return;
    in_scratch(part.view());
    Status rollback = live_.rollback();
    if (result_.status.ok()) result_.status = std::move(rollback);
  }

  void in_scratch(const Chain& part) {
    TextSink current;
    result_.status = live_.query(
        "SELECT pg_catalog.current_schema() UNION ALL SELECT pg_catalog.set_config('lock_timeout',"
        " '2s', true)",
        nullptr, 0, &current);
    if (!result_.status.ok()) return;
    catalogue::ReadOptions reading = reading_;
    reading.schema = current.texts.empty() ? std::string() : current.texts[0];
    Catalogue actual;
    result_.status = catalogue::read(live_, reading, actual);
    if (!result_.status.ok()) return;
    Status made =
        live_.query(detail::format("CREATE SCHEMA %", scratch_schema), nullptr, 0, nullptr);
    if (!made.ok()) return refuse("no scratch schema can be made: " + made.message());
    // What the chain does not make itself (types of extensions) is found where it is live.
    const std::string path = detail::format(
        "SELECT pg_catalog.set_config('search_path', '%, ' || (SELECT pg_catalog.string_agg("
        "pg_catalog.quote_ident(s), ', ') FROM pg_catalog.unnest(pg_catalog.current_schemas(false))"
        " s WHERE s <> '%'), true)",
        scratch_schema, scratch_schema);
    if (!replayed(detail::replay_in_transaction(live_, part, path))) return;
    reading.schema = scratch_schema;
    Catalogue expected;
    if (!replayed(catalogue::read(live_, reading, expected))) return;
    compare(expected, actual);
    if (result_.strangers.empty()) return;
    const PartOfChain rest(chain_, remaining());
    Catalogue head;
    if (detail::replay_in_transaction(live_, rest.view(), path).ok() &&
        catalogue::read(live_, reading, head).ok()) {
      recognise_strangers(head);
    }
  }

  // --- The comparison

  void compare(const Catalogue& expected, const Catalogue& actual) {
    result_.compared = true;
    for (Difference& difference : catalogue::compare(expected, actual, options_.compare)) {
      const bool stranger = difference.what == Difference::What::extra && difference.table.empty();
      (stranger ? result_.strangers : result_.differences).push_back(std::move(difference));
    }
  }

  // What a later revision makes is no stranger: the database is further than it says.
  void recognise_strangers(const Catalogue& head) {
    std::vector<Difference> strangers;
    for (Difference& difference : result_.strangers) {
      const bool known = head.find(difference.kind, difference.name) != nullptr;
      (known ? result_.differences : strangers).push_back(std::move(difference));
    }
    result_.strangers = std::move(strangers);
  }

  Database& live_;
  const Chain& chain_;
  const SchemaCheckOptions& options_;
  Marks marks_;
  catalogue::ReadOptions reading_;
  SchemaCheck result_;
};

}  // namespace

SchemaCheck check_schema(Database& live, const Chain& chain,
                         const std::vector<std::string>& applied,
                         const SchemaCheckOptions& options) {
  return Checker(live, chain, applied, options).run();
}

}  // namespace retort
