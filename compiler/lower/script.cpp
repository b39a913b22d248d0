// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A section's statements as the runtime sends them: the author's own text from the first token to
// the last, cut into chunks, with the place it came from. Everything here is linear in the text.
#include "lower/script.hpp"

#include <algorithm>

#include "lower/checks.hpp"
#include "lower/concurrent_index.hpp"
#include "source/utf8.hpp"

namespace retort::compiler::lower {
namespace {

// Positions of increasing offsets, without walking from the line's start for each: a line may hold
// any number of statements.
class PositionCursor {
 public:
  explicit PositionCursor(const source::SourceFile& file) : file_(file) {}

  source::Position at(std::uint32_t offset) {
    const std::string_view text = file_.text();
    if (offset < offset_ || text.substr(offset_, offset - offset_).find('\n') != text.npos) {
      position_ = file_.position(offset);
    } else {
      const auto begin = text.begin() + offset_;
      position_.column +=
          static_cast<std::uint32_t>(std::count_if(begin, begin + (offset - offset_), [](char c) {
            return !source::is_utf8_continuation(c);
          }));
    }
    offset_ = offset;
    return position_;
  }

 private:
  const source::SourceFile& file_;
  std::uint32_t offset_ = 0;
  source::Position position_{1, 1};
};

// At least one chunk, also for empty text: the data of a COPY may have no rows.
std::uint32_t cut(std::string_view text, std::vector<std::string_view>& chunks) {
  std::uint32_t count = 0;
  do {
    const std::size_t length = source::utf8_prefix(text, max_chunk);
    chunks.push_back(text.substr(0, length));
    text.remove_prefix(length);
    ++count;
  } while (!text.empty());
  return count;
}

struct Pieces {
  source::Span sql;  // without a COPY's data
  const lex::Token* data = nullptr;
};

Pieces pieces_of(const lex::TokenizedFile& file, const lex::Statement& statement) {
  Pieces pieces{file.span(statement), nullptr};
  const lex::Token& last = file.tokens[statement.last - 1];
  if (last.kind != lex::TokenKind::copy_data) return pieces;
  pieces.data = &last;
  for (std::uint32_t i = statement.last - 1; i > statement.first; --i) {
    const lex::Token& token = file.tokens[i - 1];
    if (token.kind == lex::TokenKind::punctuation && file.text(token) == ";") continue;
    pieces.sql.end = token.begin + token.length;
    break;
  }
  return pieces;
}

void set_options(retort::Script& script, const chain::SectionRef& section) {
  if (section.section != nullptr) {
    script.lock_timeout_ms = section.section->lock_timeout_ms;
    script.statement_timeout_ms = section.section->statement_timeout_ms;
    script.foreign_keys_off = section.section->foreign_keys_off;
  } else {
    script.foreign_keys_off = section.foreign_keys_off;
  }
}

}  // namespace

retort::Script lower_script(const CompiledSection& compiled, const chain::SectionRef& section,
                            dialect::Engine engine, CompiledChain::Storage& storage) {
  retort::Script script{};
  const source::SourceFile& file = *section.file->tokens.file;
  PositionCursor cursor(file);
  auto& statements = storage.statements.emplace_back();
  auto& chunks = storage.chunks.emplace_back();
  std::vector<std::size_t> first_chunk;
  for (const CompiledStatement& source : compiled.statements) {
    const source::Position position = cursor.at(source.span.begin);
    retort::Statement statement{nullptr, 0, position.line, position.column, 0};
    if (!source.index.empty()) {
      statement.index = storage.keep(source.index);
      statement.index_table = storage.keep(source.index_table);
    }
    first_chunk.push_back(chunks.size());
    statement.chunk_count = cut(storage.keep(source.text), chunks);
    statements.push_back(statement);
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    statements[i].chunks = chunks.data() + first_chunk[i];
    storage.statement_spans[&statements[i]] = compiled.statements[i].span;
  }
  script.statements = statements.empty() ? nullptr : statements.data();
  script.statement_count = static_cast<std::uint32_t>(statements.size());
  script.file = storage.keep(section.file->path);
  script.present = true;
  // Nothing of the portable subset has to leave a transaction on SQLite, and a rebuild needs one.
  script.transaction = engine == dialect::Engine::sqlite || section.transaction;
  set_options(script, section);
  script.foreign_keys_off = script.foreign_keys_off || compiled.foreign_keys_off;
  return script;
}

retort::Script lower_script(const chain::SectionRef& section, dialect::Engine engine,
                            CompiledChain::Storage& storage) {
  retort::Script script{};
  script.transaction = true;
  if (section.part == nullptr) return script;
  const lex::TokenizedFile& file = section.file->tokens;
  PositionCursor cursor(*file.file);
  auto& statements = storage.statements.emplace_back();
  auto& chunks = storage.chunks.emplace_back();
  std::vector<std::size_t> first_chunk;
  for (const lex::Statement& source : section.part->statements) {
    const Pieces pieces = pieces_of(file, source);
    const source::Position position = cursor.at(pieces.sql.begin);
    retort::Statement statement{nullptr, 0, position.line, position.column, 0};
    if (engine == dialect::Engine::postgres) {
      ConcurrentIndex found = find_concurrent_index(file, source);
      if (!found.index.empty()) statement.index = storage.keep(std::move(found.index));
      if (!found.table.empty()) statement.index_table = storage.keep(std::move(found.table));
    }
    first_chunk.push_back(chunks.size());
    statement.chunk_count = cut(storage.keep(std::string(file.file->slice(pieces.sql))), chunks);
    if (pieces.data != nullptr) {
      statement.copy_chunks = cut(storage.keep(std::string(file.text(*pieces.data))), chunks);
      statement.chunk_count += statement.copy_chunks;
    }
    statements.push_back(statement);
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    statements[i].chunks = chunks.data() + first_chunk[i];
    storage.statement_spans[&statements[i]] = pieces_of(file, section.part->statements[i]).sql;
  }
  script.statements = statements.empty() ? nullptr : statements.data();
  script.statement_count = static_cast<std::uint32_t>(statements.size());
  script.file = storage.keep(section.file->path);
  script.present = true;
  script.transaction = runs_in_transaction(section, engine);
  set_options(script, section);
  return script;
}

}  // namespace retort::compiler::lower
