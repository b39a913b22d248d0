// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout retort: every *.sql is one revision, which names itself and its parents in its header.
// In: parsed files. Out: one draft each; a file whose stem cannot be an id is diagnosed.
#include <algorithm>
#include <array>

#include "chain/layouts.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

NameVerdict judge(std::string_view path) {
  return has_sql_suffix(source::base_name(path)) ? NameVerdict::migration : NameVerdict::foreign;
}

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.';
}

// Words that mean something else where a revision is asked for.
bool is_reserved(std::string_view id) {
  static constexpr std::array<std::string_view, 4> words = {"base", "head", "heads", "current"};
  return std::find(words.begin(), words.end(), id) != words.end();
}

std::string as_id(std::string_view text) {
  std::string id(text);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return !is_id_character(c); }, '_');
  return is_reserved(id) ? id + "_1" : id;
}

// False where the id cannot be one; the reason is diagnosed.
bool check_id(const Revision& revision, bool from_header, diag::Diagnostics& diagnostics) {
  const std::string& id = revision.id;
  const bool spelled = !id.empty() && std::all_of(id.begin(), id.end(), is_id_character);
  if (spelled && !is_reserved(id)) return true;
  const std::string reason = spelled
                                 ? "is a word of the command line, not a revision ID"
                                 : "is no revision ID, which has letters, digits, '_' and '.' only";
  if (!from_header) {
    diagnostics.report(Kind::bad_file_name, revision.id_span, {"file name '" + id + "' " + reason})
        .help("rename the file, or name the revision in its header:")
        .help("    -- Revision ID: " + as_id(id));
  } else if (spelled) {
    diagnostics.report(Kind::bad_header_value, revision.id_span, {id, "revision ID"})
        .help("'" + id + "' " + reason);
  }
  return false;  // a misspelt value of the header is the parser's to report
}

Draft make_draft(const ParsedFile& file, diag::Diagnostics& diagnostics) {
  const ast::Header& header = file.migration.header;
  Draft draft;
  Revision& revision = draft.revision;
  const std::string_view name = source::base_name(file.relative_path);
  const source::Span start = file_start(file);
  revision.id =
      header.revision_id ? header.revision_id->text : std::string(name.substr(0, name.size() - 4));
  revision.id_span = header.revision_id ? header.revision_id->span : start;
  revision.revises_span = header.has_revises ? header.revises_span : revision.id_span;
  revision.message = header.message.text;
  revision.doc = header.doc;
  if (header.create_date) revision.create_date = header.create_date->text;
  for (const ast::Word& label : header.branch_labels) {
    revision.branch_labels.push_back(label.text);
  }
  for (const ast::DependsOn& other : header.depends_on) {
    revision.depends_on.push_back({other.chain.text, other.revision.text});
  }
  for (const ast::Word& parent : header.revises) {
    draft.parents.push_back({parent.text, parent.span});
  }
  draft.says_parents = header.has_revises;
  draft.id_broken = !check_id(revision, header.revision_id.has_value(), diagnostics);
  draft.header_broken = draft.id_broken || header.broken;
  return draft;
}

std::vector<Draft> drafts(const LayoutInput& input) {
  std::vector<Draft> result;
  result.reserve(input.files.size());
  for (const auto& file : input.files) {
    Draft draft = make_draft(*file, input.diagnostics);
    draft.revision.file = file.get();
    draft.revision.path = file->path;
    draft.revision.relative_path = file->relative_path;
    result.push_back(std::move(draft));
  }
  return result;
}

}  // namespace

const Layout layout_retort = {"retort", "*.sql", any_depth, true, judge, drafts};

}  // namespace retort::compiler::chain
