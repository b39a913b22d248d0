// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// check_schema(): expected catalogue by replay, live catalogue, comparison. In: two databases, or
// one and a schema in it. Out: differences, or why there can be none.
#include "retort/schema_check.hpp"

#include <algorithm>
#include <utility>

#include "adopt/replay.hpp"
#include "adopt/text_sink.hpp"
#include "adopt/tools.hpp"
#include "src/text.hpp"

namespace retort {
namespace {

using catalogue::Catalogue;
using catalogue::Difference;
using detail::Marks;
using detail::PartOfChain;

// The names of schemas, in lower case: where a statement says one of them, it may reach live
// tables.
constexpr const char* schemas_in_use =
    "SELECT pg_catalog.lower(nspname::text) FROM pg_catalog.pg_namespace"
    " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";
// Rows: current_schema(), and a name for the scratch schema that is this session's alone.
constexpr const char* names_for_scratch =
    "SELECT coalesce(pg_catalog.current_schema()::text, '') UNION ALL"
    " SELECT 'retort_scratch_' || pg_catalog.pg_backend_pid() UNION ALL"
    " SELECT pg_catalog.set_config('lock_timeout', '2s', true)";
// '%': the scratch schema; a condition on the schemas of search_path.
constexpr const char* scratch_path =
    "SELECT pg_catalog.set_config('search_path', '%' || coalesce((SELECT pg_catalog.string_agg("
    "', ' || pg_catalog.quote_ident(s), '') FROM pg_catalog.unnest("
    "pg_catalog.current_schemas(false)) s WHERE s <> '%'%), ''), true)";
// Types and functions of extensions are found where they are, and nothing else that is live is.
constexpr const char* with_extensions =
    " AND s IN (SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n"
    " ON n.oid = e.extnamespace)";

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
    if (options_.scratch != nullptr) {
      in_second_database(*options_.scratch);
    } else if (live_.traits().engine == Engine::postgres) {
      on_postgres();
    } else {
      refuse("there is no database to replay the chain in");
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

  // --- A second database

  void in_second_database(Database& scratch) {
    if (scratch.traits().engine != live_.traits().engine) {
      return refuse("the scratch database is one of another engine");
    }
    // Where both keep their tables in a schema of the same name, other schemas can be compared too.
    std::string here, there;
    result_.status = current_schema(live_, here);
    if (!result_.status.ok() || !replayed(current_schema(scratch, there))) return;
    reading_.all_schemas = !here.empty() && here == there;
    Catalogue expected, actual;
    if (!replayed(catalogue::read(scratch, reading_, expected))) return;
    for (const catalogue::Object& object : expected.objects) {
      if (object.kind == catalogue::Kind::schema || object.kind == catalogue::Kind::extension)
        continue;
      return refuse(detail::format("the scratch database is not empty: it has % '%'",
                                   catalogue::kind_name(object.kind), object.name));
    }
    const PartOfChain part(chain_, marks_);
    if (!replayed(upgrade(scratch, part.view()))) return;
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

  static Status current_schema(Database& database, std::string& name) {
    if (database.traits().engine == Engine::sqlite) return {};
    detail::TextSink sink;
    Status status = database.query(names_for_scratch, nullptr, 0, &sink);
    if (!sink.texts.empty()) name = sink.texts[0];
    return status;
  }

  // --- PostgreSQL: a schema in a transaction

  void on_postgres() {
    detail::TextSink schemas;
    result_.status = live_.query(schemas_in_use, nullptr, 0, &schemas);
    if (!result_.status.ok()) return;
    const PartOfChain part(chain_, marks_);
    const std::string reason = detail::why_not_in_scratch(part.view(), schemas.texts);
    if (!reason.empty()) {
      return refuse("the chain cannot be replayed beside the live schema: " + reason);
    }
    result_.status = live_.begin(false);
    if (!result_.status.ok()) return;
    in_scratch(part.view(), schemas.texts);
    Status rollback = live_.rollback();
    if (result_.status.ok()) result_.status = std::move(rollback);
  }

  void in_scratch(const Chain& part, const std::vector<std::string>& schemas) {
    detail::TextSink names;
    result_.status = live_.query(names_for_scratch, nullptr, 0, &names);
    if (!result_.status.ok()) return;
    const std::string& scratch = names.texts[1];
    catalogue::ReadOptions reading = reading_;
    reading.schema = names.texts[0];
    Catalogue actual;
    result_.status = catalogue::read(live_, reading, actual);
    if (!result_.status.ok()) return;
    Status made = live_.query("CREATE SCHEMA " + scratch, nullptr, 0, nullptr);
    if (!made.ok()) return refuse("no scratch schema can be made: " + made.message());
    const std::string path = path_to(scratch);
    if (!replayed(detail::replay_in_transaction(live_, part, path))) return;
    reading.schema = scratch;
    Catalogue expected;
    if (!replayed(catalogue::read(live_, reading, expected))) return;
    compare(expected, actual);
    if (result_.strangers.empty()) return;
    const PartOfChain rest(chain_, remaining());
    if (!detail::why_not_in_scratch(rest.view(), schemas).empty()) return;
    Catalogue head;
    if (detail::replay_in_transaction(live_, rest.view(), path).ok() &&
        catalogue::read(live_, reading, head).ok()) {
      recognise_strangers(head);
    }
  }

  // A revision that depends on another chain may name that chain's tables, which are live.
  std::string path_to(const std::string& scratch) const {
    bool alone = true;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      alone = alone && chain_.revisions[i].depends_on_count == 0;
    }
    return detail::format(scratch_path, scratch, scratch, alone ? with_extensions : "");
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
