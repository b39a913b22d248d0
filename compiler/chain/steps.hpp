// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the layouts of other tools share. There, names make the order: each
// revision's parent is the one before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain/layouts.hpp"

namespace retort::compiler::chain {

struct Step {
  std::string id;
  std::string message;
  const ParsedFile* file = nullptr;  // names the revision: its path and text are the revision's
  SectionRef up, down, verify;
  std::string down_help;  // how to write a down where there is none
};

// One draft per step, in this order. A file names no engine: with several engines it would have to
// be portable, which is diagnosed once. So is an id that cannot be one.
std::vector<Draft> drafts_in_order(std::vector<Step> steps, const LayoutInput& input,
                                   std::string_view layout);

// The file as a section, without an outer BEGIN and COMMIT; where those are dropped, the section
// runs in a transaction whatever a mark says. Null gives no section.
SectionRef whole_file(ParsedFile* file, bool transaction = true);

// As dialect's table has it.
bool needs_no_transaction(const ParsedFile& file, const lex::Statement& statement,
                          dialect::Engine engine);

// --- Names

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
// How many of them stand at the start.
std::size_t leading_digits(std::string_view text);
// "007" is "7", "0" stays.
std::string without_zeros(std::string_view digits);
bool drop_suffix(std::string_view& text, std::string_view suffix);
// The description in a name, with blanks for '_'.
std::string as_message(std::string_view title);
// The same of a whole name without its suffix: what stands behind its number.
std::string title_of(std::string_view name);
// Whatever cannot stand in a revision's id becomes '_'.
std::string as_id(std::string_view text);
// Whether a name ends like a program's source or a script.
bool has_code_suffix(std::string_view name);

// Numbers of any length without leading zeros, by value; with dots in them, part by part.
struct ByValue {
  bool operator()(const std::string& a, const std::string& b) const;
};

// "migrations/7_a.up.sql" to "7_a.down.sql": the last `from` in the name becomes `to`.
std::string other_name(const ParsedFile& file, std::string_view from, std::string_view to);

// The warning where two steps stand the other way round than their numbers say, once.
void report_text_order(const std::vector<Step>& steps, std::string_view tool,
                       diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
