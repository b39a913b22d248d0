// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Every byte of a chain as text. C++17: compiled into the test and into the generated programs,
// whose outputs must be equal.
#pragma once

#include <string>
#include <string_view>

#include "retort/chain.hpp"

namespace retort::test {

class Dump {
 public:
  std::string of(const Chain& chain) {
    number(chain.abi);
    text(chain.name);
    text(chain.default_url);
    number(chain.engine_count);
    for (std::uint32_t i = 0; i < chain.engine_count; ++i) text(engine_name(chain.engines[i]));
    number(chain.revision_count);
    for (std::uint32_t i = 0; i < chain.revision_count; ++i) revision(chain.revisions[i]);
    return out_;
  }

 private:
  void number(long long value) { out_ += std::to_string(value) + ";"; }
  void text(std::string_view value) {
    number(static_cast<long long>(value.size()));
    out_.append(value).append("\n");
  }

  void script(const Script& script) {
    text(script.file);
    number(script.lock_timeout_ms);
    number(script.statement_timeout_ms);
    number(script.present);
    number(script.transaction);
    number(script.foreign_keys_off);
    number(script.statement_count);
    for (std::uint32_t i = 0; i < script.statement_count; ++i) {
      const Statement& statement = script.statements[i];
      number(statement.line);
      number(statement.column);
      number(statement.copy_chunks);
      number(statement.chunk_count);
      for (std::uint32_t c = 0; c < statement.chunk_count; ++c) text(statement.chunks[c]);
    }
  }

  void revision(const Revision& revision) {
    for (const auto value :
         {revision.id, revision.message, revision.doc, revision.create_date, revision.path}) {
      text(value);
    }
    number(revision.parent_count);
    for (std::uint32_t i = 0; i < revision.parent_count; ++i) number(revision.parents[i]);
    number(revision.branch_label_count);
    for (std::uint32_t i = 0; i < revision.branch_label_count; ++i) text(revision.branch_labels[i]);
    number(revision.depends_on_count);
    for (std::uint32_t i = 0; i < revision.depends_on_count; ++i) {
      text(revision.depends_on[i].chain);
      text(revision.depends_on[i].revision);
    }
    number(revision.body_count);
    for (std::uint32_t i = 0; i < revision.body_count; ++i) {
      const Body& body = revision.bodies[i];
      text(engine_name(body.engine));
      text(body.content_hash);
      text(body.digest);
      script(body.up);
      script(body.down);
      script(body.verify);
      number(body.irreversible);
    }
  }

  std::string out_;
};

}  // namespace retort::test
