// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout flyway: V<version>__<description>.sql in any folder, U files as downs, B files, and
// <file>.conf beside them. In: tokenized files. Out: one draft per version.
#include <algorithm>
#include <map>

#include "chain/settings.hpp"
#include "chain/steps.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

// "1.2.0" as its parts without zeros in front, and without zero parts at the end: 1 = 01 = 1.0.
using Version = std::vector<std::string>;

struct ByParts {
  bool operator()(const Version& a, const Version& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), ByValue());
  }
};

struct Name {
  char prefix = 'V';
  std::string text;  // the version, '_' as '.'
  Version version;
  std::string title;
};

// Nothing where the text is no version: digits, with '.' or '_' between them.
std::optional<Version> parse_version(std::string_view text) {
  Version version;
  while (true) {
    const std::size_t digits = leading_digits(text);
    if (digits == 0) return std::nullopt;
    version.push_back(without_zeros(text.substr(0, digits)));
    text.remove_prefix(digits);
    if (text.empty()) break;
    if (text.front() != '.' && text.front() != '_') return std::nullopt;
    text.remove_prefix(1);
  }
  while (version.size() > 1 && version.back() == "0") version.pop_back();
  return version;
}

// `stem` is the name without its suffix. The prefix is case-sensitive; the first "__" ends the
// version.
std::optional<Name> parse_stem(std::string_view stem) {
  if (stem.empty() || std::string_view("VUBR").find(stem.front()) == std::string_view::npos) {
    return std::nullopt;
  }
  Name name;
  name.prefix = stem.front();
  stem.remove_prefix(1);
  const std::size_t end = stem.find("__");
  const std::string_view version = stem.substr(0, end);
  if (end != std::string_view::npos) name.title = std::string(stem.substr(end + 2));
  if (name.prefix == 'R') {
    if (!version.empty() || end == std::string_view::npos) return std::nullopt;
    return name;
  }
  const auto parts = parse_version(version);
  if (!parts) return std::nullopt;
  name.version = *parts;
  name.text = std::string(version);
  std::replace(name.text.begin(), name.text.end(), '_', '.');
  return name;
}

bool drop_sql_suffix(std::string_view& name) {
  constexpr std::string_view suffix = ".sql";
  if (name.size() <= suffix.size() ||
      !dialect::equal_ignoring_case(name.substr(name.size() - suffix.size()), suffix)) {
    return false;
  }
  name.remove_suffix(suffix.size());
  return true;
}

NameVerdict judge(std::string_view path) {
  std::string_view name = source::base_name(path);
  std::string_view rest = name;
  if (drop_suffix(rest, ".conf") && drop_sql_suffix(rest)) return NameVerdict::companion;
  if (drop_sql_suffix(name))
    return parse_stem(name) ? NameVerdict::migration : NameVerdict::skipped;
  const bool code = has_code_suffix(name) && parse_stem(name.substr(0, name.rfind('.')));
  return code ? NameVerdict::code : NameVerdict::foreign;
}

struct Script {
  ParsedFile* file = nullptr;
  Name name;
};

class Reader {
 public:
  explicit Reader(const LayoutInput& input) : input_(input), diagnostics_(input.diagnostics) {}

  std::vector<Draft> run() {
    for (const auto& file : input_.files) place(*file);
    const Script* base = baseline();
    std::vector<Step> steps;
    if (base != nullptr) steps.push_back(make_step(*base));
    for (const auto& [version, script] : versions_) steps.push_back(make_step(script));
    for (const auto& [version, undo] : undos_) {
      if (versions_.count(version) != 0) continue;
      diagnostics_
          .report(Kind::half_migration, file_start(*undo.file),
                  {source::base_name(undo.file->relative_path)})
          .help("add the V file of version " + undo.name.text + ", or delete this file");
    }
    return drafts_in_order(std::move(steps), input_, "flyway");
  }

 private:
  void place(ParsedFile& file) {
    std::string_view stem = source::base_name(file.relative_path);
    drop_sql_suffix(stem);
    auto name = parse_stem(stem);
    if (!name) return;
    if (name->prefix == 'R') {
      diagnostics_.report(Kind::repeatable_migration, file_start(file))
          .help("make it a version, and each change of it another one:  V<next>__" + name->title +
                ".sql");
      return;
    }
    auto& place = name->prefix == 'V' ? versions_ : name->prefix == 'U' ? undos_ : baselines_;
    const auto [first, is_new] = place.emplace(name->version, Script{&file, *name});
    if (is_new) return;
    diagnostics_.report(Kind::duplicate_revision, file_start(file), {name->text})
        .note(file_start(*first->second.file), "the other file is here")
        .help("1, 01 and 1.0 are one version: give one of the files another one");
  }

  // A B file stands for all up to its version; it is the root only where those are gone.
  const Script* baseline() {
    const Script* base = nullptr;
    for (const auto& [version, script] : baselines_) {
      const bool gone = versions_.empty() || ByParts()(version, versions_.begin()->first);
      if (gone) base = &script;
    }
    for (const auto& [version, script] : baselines_) {
      if (&script == base) continue;
      diagnostics_.report(Kind::baseline_migration, file_start(*script.file))
          .help("the chain is made of the V files; leave it out:  EXCLUDE " +
                script.file->relative_path);
    }
    return base;
  }

  Step make_step(const Script& script) {
    Step step;
    step.id = script.name.text;
    step.message = as_message(script.name.title);
    step.file = script.file;
    step.up = section(script.file);
    const auto undo = undos_.find(script.name.version);
    if (undo != undos_.end() && script.name.prefix == 'V') step.down = section(undo->second.file);
    std::string name(source::base_name(script.file->relative_path));
    name.front() = 'U';
    step.down_help = "write how to revert it into '" + name + "'";
    return step;
  }

  // Where no statement of the file can run in a transaction, the file runs outside one.
  SectionRef section(ParsedFile* file) {
    const bool transaction = read_conf(*file);
    SectionRef result = whole_file(file, transaction);
    const auto& statements = result.part->statements;
    if (input_.options.engines.size() != 1 || statements.empty()) return result;
    const bool none =
        std::all_of(statements.begin(), statements.end(), [&](const lex::Statement& statement) {
          return needs_no_transaction(*file, statement, input_.options.engines.front());
        });
    if (none) result.transaction = false;
    return result;
  }

  // Returns whether the file may run in a transaction. What else a .conf says is checked.
  bool read_conf(const ParsedFile& file) {
    const auto companion = std::find_if(
        input_.companions.begin(), input_.companions.end(), [&](const Companion& other) {
          return other.relative_path == file.relative_path + ".conf";
        });
    if (companion == input_.companions.end()) return true;
    bool transaction = true;
    for (const Setting& setting : read_settings(*companion->text, '#').list) {
      if (setting.key == "executeInTransaction") {
        transaction = !dialect::equal_ignoring_case(setting.value, "false");
      } else if (setting.key == "encoding" &&
                 !dialect::equal_ignoring_case(setting.value, "UTF-8")) {
        diagnostics_
            .report(Kind::bad_config, setting.span,
                    {"encoding '" + std::string(setting.value) + "' is not read"})
            .help("write the file in UTF-8");
      } else if (setting.key != "encoding" && setting.key != "placeholderReplacement") {
        diagnostics_
            .report(
                Kind::bad_config, setting.key_span,
                {"setting '" + std::string(setting.key) + "' cannot be followed while building"})
            .help("known settings are executeInTransaction, placeholderReplacement and encoding");
      }
    }
    return transaction;
  }

  const LayoutInput& input_;
  diag::Diagnostics& diagnostics_;
  std::map<Version, Script, ByParts> versions_, undos_, baselines_;
};

std::vector<Draft> drafts(const LayoutInput& input) { return Reader(input).run(); }

}  // namespace

const Layout layout_flyway = {
    "flyway", "V1__name.sql, U1__name.sql, R__name.sql", any_depth, false, judge, drafts};

}  // namespace retort::compiler::chain
