// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "support/chain_builder.hpp"

#include <deque>
#include <functional>
#include <string_view>

namespace retort::test {

struct ChainBuilder::Built {
  Chain chain{};
  Engine engine{};
  std::deque<std::string> texts;
  std::deque<std::vector<std::string_view>> views;
  std::deque<std::vector<Statement>> statements;
  std::deque<std::vector<std::uint32_t>> parents;
  std::deque<std::vector<Dependency>> dependencies;
  std::deque<Body> bodies;
  std::vector<Revision> revisions;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }

  std::vector<std::string_view>& keep_all(const std::vector<std::string>& all) {
    auto& list = views.emplace_back();
    for (const std::string& text : all) list.push_back(keep(text));
    return list;
  }

  Script script(const Section& section, std::string_view file, std::uint32_t& line) {
    auto& list = statements.emplace_back();
    auto& chunks = keep_all(section.statements);
    for (const std::string_view& chunk : chunks) {
      Statement statement{&chunk, 1, line, 1, 0};
      if (const auto found = section.indexes.find(list.size()); found != section.indexes.end()) {
        statement.index = keep(found->second.first);
        statement.index_table = keep(found->second.second);
      }
      list.push_back(statement);
      for (char byte : chunk) line += byte == '\n';
      ++line;
    }
    Script result{};
    result.statements = list.data();
    result.statement_count = static_cast<std::uint32_t>(list.size());
    result.file = file;
    result.statement_timeout_ms = section.statement_timeout_ms;
    result.lock_timeout_ms = section.lock_timeout_ms;
    result.present = section.present;
    result.transaction = section.transaction;
    result.foreign_keys_off = section.foreign_keys_off;
    return result;
  }
};

namespace {

// Any value that changes with the text will do for tests; the form is that of the real one.
std::string hash(std::string_view tag, const std::string& text) {
  std::string hex;
  std::size_t value = std::hash<std::string>()(text);
  for (int i = 0; i < 64; ++i) {
    hex += "0123456789abcdef"[value & 15U];
    value = value / 16 + (value & 15U) * 0x9e3779b97f4a7c15U;
  }
  return std::string(tag) + ":" + hex;
}

}  // namespace

RevisionSpec& ChainBuilder::add(const std::string& id) {
  std::vector<std::string> parents;
  if (!specs_.empty()) parents.push_back(specs_.back()->id);
  return add(id, std::move(parents));
}

RevisionSpec& ChainBuilder::add(const std::string& id, std::vector<std::string> parents) {
  auto spec = std::make_unique<RevisionSpec>();
  spec->id = id;
  spec->parents = std::move(parents);
  spec->message = "revision " + id;
  spec->up.present = true;
  specs_.push_back(std::move(spec));
  return *specs_.back();
}

RevisionSpec& ChainBuilder::at(const std::string& id) {
  for (auto& spec : specs_) {
    if (spec->id == id) return *spec;
  }
  return add(id);
}

void ChainBuilder::truncate(std::size_t count) { specs_.resize(count); }

const Chain& ChainBuilder::chain() {
  auto built = std::make_shared<Built>();
  built->engine = engine_;
  for (const auto& owned : specs_) {
    const RevisionSpec& spec = *owned;
    Revision revision{};
    revision.id = built->keep(spec.id);
    revision.message = built->keep(spec.message);
    revision.path = built->keep("migrations/" + spec.id + ".sql");
    auto& parents = built->parents.emplace_back();
    std::string history;
    for (const std::string& parent : spec.parents) {
      for (std::uint32_t i = 0; i < built->revisions.size(); ++i) {
        if (built->revisions[i].id != parent) continue;
        parents.push_back(i);
        history += built->revisions[i].bodies->digest;
      }
    }
    revision.parents = parents.data();
    revision.parent_count = static_cast<std::uint32_t>(parents.size());
    auto& labels = built->keep_all(spec.labels);
    revision.branch_labels = labels.data();
    revision.branch_label_count = static_cast<std::uint32_t>(labels.size());
    auto& dependencies = built->dependencies.emplace_back();
    for (const auto& [chain_name, id] : spec.depends_on) {
      dependencies.push_back({built->keep(chain_name), built->keep(id)});
    }
    revision.depends_on = dependencies.data();
    revision.depends_on_count = static_cast<std::uint32_t>(dependencies.size());
    Body& body = built->bodies.emplace_back();
    body.engine = engine_;
    std::string text = spec.salt;
    for (const std::string& sql : spec.up.statements) text += sql + ";";
    body.content_hash = built->keep(hash("sha256-tokens-1", text));
    body.digest = built->keep(hash("sha256-chain-1", history + std::string(body.content_hash)));
    std::uint32_t line = 5;
    body.up = built->script(spec.up, revision.path, ++line);
    body.down = built->script(spec.down, revision.path, ++line);
    body.verify = built->script(spec.verify, revision.path, ++line);
    body.irreversible = spec.irreversible;
    revision.bodies = &body;
    revision.body_count = 1;
    built->revisions.push_back(revision);
  }
  Chain& chain = built->chain;
  chain.abi = RETORT_GENERATED_ABI;
  chain.name = built->keep(name_);
  chain.engines = &built->engine;
  chain.engine_count = 1;
  chain.revisions = built->revisions.data();
  chain.revision_count = static_cast<std::uint32_t>(built->revisions.size());
  built_ = built;
  return chain;
}

std::string number_id(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

ChainBuilder simple_chain(std::size_t count, Engine engine) {
  ChainBuilder builder("app", engine);
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string id = number_id(i);
    builder.add(id)
        .add_up("CREATE TABLE t" + id + " (id integer PRIMARY KEY, name text)")
        .add_up("INSERT INTO t" + id + " VALUES (1, '" + id + "')")
        .add_down("DROP TABLE t" + id);
  }
  return builder;
}

}  // namespace retort::test
