// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain in a scratch schema. In: revisions and an open transaction. Out: their objects in the
// schema that search_path names first. Statements go there unchanged, so whatever names another
// schema is refused before anything is run: it would reach live tables.
#include "adopt/replay.hpp"

#include "src/text.hpp"

namespace retort::detail {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::string lower_text(const Statement& statement) {
  std::string text;
  for (std::uint32_t i = 0; i < statement.chunk_count - statement.copy_chunks; ++i) {
    for (const char c : statement.chunks[i]) text += lower(c);
  }
  return text;
}

// Whether `text`, in lower case, has `name` as a whole word, or in quotes; with `dot`, one that a
// '.' follows.
bool names(const std::string& text, std::string_view name, bool dot) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    if (at > 0 && (is_name_character(text[at - 1]) || text[at - 1] == '.')) continue;
    std::size_t behind = at + name.size();
    if (behind < text.size() && text[behind] == '"') ++behind;
    while (dot && behind < text.size() && is_blank(text[behind])) ++behind;
    const char next = behind < text.size() ? text[behind] : ' ';
    if (dot ? next == '.' : !is_name_character(next)) return true;
  }
  return false;
}

std::string place_of(const Script& script, const Statement& statement) {
  return format("%:%:%", script.file, statement.line, statement.column);
}

bool take_word(std::string_view& text, std::string_view word) {
  constexpr std::string_view blanks = " \t\r\n\f";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  const std::string_view rest = text.substr(begin);
  if (rest.size() <= word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(rest[i]) != word[i]) return false;
  }
  if (is_name_character(lower(rest[word.size()]))) return false;
  text = rest.substr(word.size());
  return true;
}

// What a statement outside of a transaction leaves in the catalogue, as a text for inside; empty:
// nothing. CREATE INDEX CONCURRENTLY is CREATE INDEX there.
std::string for_inside(std::string_view text) {
  std::string_view rest = text;
  if (take_word(rest, "vacuum") || take_word(rest, "reindex") || take_word(rest, "analyze") ||
      take_word(rest, "cluster")) {
    return {};
  }
  if (!take_word(rest, "create") && !take_word(rest, "drop")) return std::string(text);
  (void)take_word(rest, "unique");
  if (!take_word(rest, "index")) return std::string(text);
  const auto head = static_cast<std::size_t>(rest.data() - text.data());
  if (!take_word(rest, "concurrently")) return std::string(text);
  return std::string(text.substr(0, head)).append(rest);
}

Status run_script(Database& database, const Revision& revision, const Script& script) {
  for (std::uint32_t i = 0; i < script.statement_count; ++i) {
    Call call;
    call.revision = revision.id;
    call.script = &script;
    call.index = i;
    if (script.transaction) {
      if (Status status = database.execute(call); !status.ok()) return status;
      continue;
    }
    Statement statement = script.statements[i];
    std::string text;
    for (std::uint32_t c = 0; c < statement.chunk_count - statement.copy_chunks; ++c) {
      text.append(statement.chunks[c]);
    }
    if (statement.copy_chunks == 0) text = for_inside(text);
    if (text.empty()) continue;
    std::vector<std::string_view> chunks = {text};
    const std::uint32_t first = statement.chunk_count - statement.copy_chunks;
    chunks.insert(chunks.end(), statement.chunks + first, statement.chunks + statement.chunk_count);
    statement.chunks = chunks.data();
    statement.chunk_count = static_cast<std::uint32_t>(chunks.size());
    Script single = script;
    single.statements = &statement;
    single.statement_count = 1;
    call.script = &single;
    call.index = 0;
    if (Status status = database.execute(call); !status.ok()) return status;
  }
  return {};
}

}  // namespace

PartOfChain::PartOfChain(const Chain& chain, const Marks& marks) : view_(chain) {
  std::vector<std::uint32_t> place(chain.revision_count, base_index);
  std::size_t parent_count = 0;
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    parent_count += chain.revisions[i].parent_count;
  }
  parents_.reserve(parent_count);  // pointers into it stay
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (marks[i] == '\0') continue;
    place[i] = static_cast<std::uint32_t>(revisions_.size());
    Revision& revision = revisions_.emplace_back(chain.revisions[i]);
    const std::size_t first = parents_.size();
    for (std::uint32_t p = 0; p < revision.parent_count; ++p) {
      if (place[revision.parents[p]] != base_index) parents_.push_back(place[revision.parents[p]]);
    }
    revision.parents = parents_.data() + first;
    revision.parent_count = static_cast<std::uint32_t>(parents_.size() - first);
    revision.depends_on_count = 0;
  }
  view_.revisions = revisions_.data();
  view_.revision_count = static_cast<std::uint32_t>(revisions_.size());
}

std::string why_not_in_scratch(const Chain& chain, const std::vector<std::string>& schemas) {
  for (std::uint32_t r = 0; r < chain.revision_count; ++r) {
    const Script& up = find_body(chain.revisions[r], Engine::postgres)->up;
    for (std::uint32_t i = 0; i < up.statement_count; ++i) {
      const std::string text = lower_text(up.statements[i]);
      if (text.find("search_path") != std::string::npos) {
        return format("%: a statement sets search_path", place_of(up, up.statements[i]));
      }
      const bool about_schemas = names(text, "schema", false);
      for (const std::string& schema : schemas) {
        // "public.users", and "DROP SCHEMA public".
        if (!names(text, schema, true) && !(about_schemas && names(text, schema, false))) continue;
        return format("%: a statement names the schema '%', which is in use",
                      place_of(up, up.statements[i]), schema);
      }
    }
  }
  return {};
}

Status replay_in_transaction(Database& database, const Chain& chain, const std::string& before) {
  for (std::uint32_t r = 0; r < chain.revision_count; ++r) {
    const Revision& revision = chain.revisions[r];
    if (Status status = database.query(before, nullptr, 0, nullptr); !status.ok()) return status;
    Status status = run_script(database, revision, find_body(revision, Engine::postgres)->up);
    if (!status.ok()) return status;
  }
  return database.flush();
}

}  // namespace retort::detail
