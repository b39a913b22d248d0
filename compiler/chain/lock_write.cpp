// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What `retort lock` appends. In: the text of the lock and an accepted chain. Out: the same text
// with one line more for each revision, or engine of a revision, that was not in it.
#include "chain/hash.hpp"
#include "chain/lock.hpp"
#include "chain/lock_file.hpp"

namespace retort::compiler::chain {
namespace {

constexpr std::string_view header_text =
    ": what has shipped. Only 'retort lock' writes here, and it only appends.";

std::string body_text(const EngineBody& body) {
  const lex::TokenizedFile& file = body.up.file->tokens;
  const auto marks = statement_marks(file, *body.up.part, max_locked_statements);
  std::string text(engine_name(body.engine));
  text += body.form == Form::native ? " native " : " portable ";
  text += body.content_hash + " " + body.digest + " ";
  text += std::to_string(body.up.part->statements.size()) + ":";
  for (std::size_t i = 0; i < marks.size(); ++i) text += (i == 0 ? "" : ",") + marks[i];
  return text;
}

// Empty where the lock holds every engine of the revision.
std::string line_text(const Revision& revision, const LockedRevision* locked) {
  std::string bodies;
  for (const EngineBody& body : revision.bodies) {
    const bool known = locked != nullptr && locked->body(body.engine) != nullptr;
    if (!known && body.up.part != nullptr) bodies += body_text(body) + " ";
  }
  return bodies.empty() ? bodies : revision.id + " " + bodies + "file " + revision.relative_path;
}

}  // namespace

std::string append_to_lock(const std::string& current, const Chain& chain, std::size_t& added) {
  added = 0;
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  Lock lock;
  if (!current.empty()) lock = parse_lock(sources.add("retort.lock", current), diagnostics);
  if (!lock.usable) return current;
  const std::string line_end = current.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  std::string text = current;
  if (text.empty()) text.append(lock_header).append(header_text).append(line_end);
  if (text.back() != '\n') text += line_end;
  for (const Revision& revision : chain.revisions) {
    const std::string line = line_text(revision, lock.find(revision.id));
    if (line.empty()) continue;
    text += line + line_end;
    ++added;
  }
  return added == 0 ? current : text;
}

}  // namespace retort::compiler::chain
