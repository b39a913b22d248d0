// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Compiled chain to the generated source: one block of constexpr tables per revision, then the
// table of revisions and the chain. Empty arrays do not exist in C++: a null pointer and 0 stand
// for them.
#include <fmt/format.h>

#include <iterator>

#include "emit/emit.hpp"
#include "emit/literal.hpp"

namespace retort::compiler::emit {
namespace {

template <class... Arguments>
void append(std::string& out, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Arguments>(arguments)...);
}

std::string_view word(bool value) { return value ? "true" : "false"; }

// A reference to the array `name`, or a null pointer where it has no elements.
std::string_view pointer(std::string_view name, std::uint32_t count) {
  return count == 0 ? "nullptr" : name;
}

// The text and the statements of a section: arrays <name>_sql and <name>.
void append_script(std::string& out, const std::string& name, const retort::Script& script) {
  if (script.statement_count == 0) return;
  append(out, "constexpr ::std::string_view {}_sql[] = {{\n", name);
  for (std::uint32_t i = 0; i < script.statement_count; ++i) {
    const retort::Statement& statement = script.statements[i];
    for (std::uint32_t c = 0; c < statement.chunk_count; ++c) {
      append_sql_literal(out, statement.chunks[c], "    ");
      out.append(",\n");
    }
  }
  append(out, "}};\nconstexpr ::retort::Statement {}[] = {{\n", name);
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < script.statement_count; ++i) {
    const retort::Statement& statement = script.statements[i];
    append(out, "    {{{}_sql + {}, {}, {}, {}, {}", name, first, statement.chunk_count,
           statement.line, statement.column, statement.copy_chunks);
    if (!statement.index.empty() || !statement.index_table.empty()) {
      append(out, ", {}, {}", short_literal(statement.index), short_literal(statement.index_table));
    }
    out.append("},\n");
    first += statement.chunk_count;
  }
  out.append("};\n");
}

void append_script_entry(std::string& out, const std::string& name, std::string_view section,
                         const retort::Script& script) {
  append(out, "     {{{}, {}, {}, {}, {}, {}, {}, {}}},  // {}\n",
         pointer(name, script.statement_count), script.statement_count, short_literal(script.file),
         script.lock_timeout_ms, script.statement_timeout_ms, word(script.present),
         word(script.transaction), word(script.foreign_keys_off), section);
}

void append_body(std::string& out, const retort::Body& body) {
  const std::string engine(engine_name(body.engine));
  append(out, "    {{::retort::Engine::{},\n     {},\n     {},\n", engine,
         short_literal(body.content_hash), short_literal(body.digest));
  append_script_entry(out, engine + "_up", "up", body.up);
  append_script_entry(out, engine + "_down", "down", body.down);
  append_script_entry(out, engine + "_verify", "verify", body.verify);
  append(out, "     {}}},\n", word(body.irreversible));
}

void append_parents(std::string& out, const retort::Revision& revision) {
  if (revision.parent_count == 0) return;
  out.append("constexpr ::std::uint32_t parents[] = {");
  for (std::uint32_t i = 0; i < revision.parent_count; ++i) {
    append(out, "{}{}", i == 0 ? "" : ", ", revision.parents[i]);
  }
  out.append("};\n");
}

void append_labels(std::string& out, const retort::Revision& revision) {
  if (revision.branch_label_count == 0) return;
  out.append("constexpr ::std::string_view branch_labels[] = {");
  for (std::uint32_t i = 0; i < revision.branch_label_count; ++i) {
    append(out, "{}{}", i == 0 ? "" : ", ", short_literal(revision.branch_labels[i]));
  }
  out.append("};\n");
}

void append_dependencies(std::string& out, const retort::Revision& revision) {
  if (revision.depends_on_count == 0) return;
  out.append("constexpr ::retort::Dependency depends_on[] = {\n");
  for (std::uint32_t i = 0; i < revision.depends_on_count; ++i) {
    const retort::Dependency& dependency = revision.depends_on[i];
    append(out, "    {{{}, {}}},\n", short_literal(dependency.chain),
           short_literal(dependency.revision));
  }
  out.append("};\n");
}

void append_bodies(std::string& out, const retort::Revision& revision) {
  if (revision.body_count == 0) return;
  for (std::uint32_t i = 0; i < revision.body_count; ++i) {
    const retort::Body& body = revision.bodies[i];
    const std::string engine(engine_name(body.engine));
    append_script(out, engine + "_up", body.up);
    append_script(out, engine + "_down", body.down);
    append_script(out, engine + "_verify", body.verify);
  }
  out.append("constexpr ::retort::Body bodies[] = {\n");
  for (std::uint32_t i = 0; i < revision.body_count; ++i) append_body(out, revision.bodies[i]);
  out.append("};\n");
}

void append_revision(std::string& out, std::uint32_t number, const retort::Revision& revision) {
  append(out, "// {}: {}\n// {}\nnamespace r{} {{\n", comment_text(revision.id),
         comment_text(revision.message), comment_text(revision.path), number);
  append_parents(out, revision);
  append_labels(out, revision);
  append_dependencies(out, revision);
  append_bodies(out, revision);
  append(out, "constexpr ::retort::Revision revision = {{\n    {},\n    {},  // message\n",
         short_literal(revision.id), short_literal(revision.message));
  append_sql_literal(out, revision.doc, "    ");
  append(out, ",  // doc\n    {},  // create date\n    {},\n", short_literal(revision.create_date),
         short_literal(revision.path));
  append(out,
         "    {}, {},  // parents\n    {}, {},  // branch labels\n    {}, {},  // depends on\n",
         pointer("parents", revision.parent_count), revision.parent_count,
         pointer("branch_labels", revision.branch_label_count), revision.branch_label_count,
         pointer("depends_on", revision.depends_on_count), revision.depends_on_count);
  append(out, "    {}, {}}};\n}}  // namespace r{}\n\n", pointer("bodies", revision.body_count),
         revision.body_count, number);
}

void append_chain(std::string& out, const retort::Chain& chain) {
  if (chain.revision_count > 0) {
    out.append("constexpr ::retort::Revision revision_table[] = {\n");
    for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
      append(out, "    r{}::revision,\n", i);
    }
    out.append("};\n\n");
  }
  append(out,
         "constexpr ::retort::Chain this_chain = {{\n    {},  // generated ABI\n    {},\n    {},",
         chain.abi, short_literal(chain.name), short_literal(chain.default_url));
  append(out, "  // default URL\n    {}, {},\n    {}, {}}};\n\n",
         pointer("engines.data()", chain.engine_count), chain.engine_count,
         pointer("revision_table", chain.revision_count), chain.revision_count);
}

}  // namespace

std::string emit_source(const retort::Chain& chain, const EmitOptions& options) {
  std::string out;
  append(out, "// Generated by retort from the chain '{}'. Do not edit.\n#include <{}>\n\n",
         comment_text(chain.name), options.header);
  append(out, "#include <cstdint>\n#include <string_view>\n\nnamespace {}::migrations {{\n",
         options.cxx_namespace);
  out.append("namespace {\n\nusing namespace ::std::string_view_literals;\n\n");
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    append_revision(out, i, chain.revisions[i]);
  }
  append_chain(out, chain);
  append(out,
         "}}  // namespace\n\nconst ::retort::Chain& chain() noexcept {{ return this_chain; }}\n");
  append(out, "\n}}  // namespace {}::migrations\n", options.cxx_namespace);
  return out;
}

}  // namespace retort::compiler::emit
