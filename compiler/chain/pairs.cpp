// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Up and down as files of their own. In: files and what their names say. Out: one draft per number;
// a number that is taken twice and a down without its up are diagnosed.
#include "chain/pairs.hpp"

namespace retort::compiler::chain {

using diag::Kind;

std::optional<HalfName> half_name(std::string_view name, std::string_view separators) {
  if (!drop_suffix(name, ".sql")) return std::nullopt;
  const std::size_t digits = leading_digits(name);
  if (digits == 0 || digits == name.size()) return std::nullopt;
  if (separators.find(name[digits]) == std::string_view::npos) return std::nullopt;
  std::string_view title = name.substr(digits + 1);
  HalfName result;
  if (drop_suffix(title, ".up")) {
    result.half = Half::up;
  } else if (drop_suffix(title, ".down")) {
    result.half = Half::down;
  }
  result.number = without_zeros(name.substr(0, digits));
  result.title = std::string(title);
  return result;
}

bool is_release_folder(std::string_view name) {
  if (!name.empty() && name.front() == 'v') name.remove_prefix(1);
  while (const std::size_t digits = leading_digits(name)) {
    name.remove_prefix(digits);
    if (name.empty()) return true;
    if (name.front() != '.') return false;
    name.remove_prefix(1);
  }
  return false;
}

void Pairs::report_twice(const std::string& number, const ParsedFile& second,
                         const ParsedFile& first) {
  input_.diagnostics.report(Kind::duplicate_revision, file_start(second), {number})
      .note(file_start(first), "the other file is here")
      .help("give one of them another number, or make them '" + number + "_name.up.sql' and '" +
            number + "_name.down.sql'");
}

void Pairs::place(const HalfName& name, ParsedFile& file, bool transaction) {
  Pair& pair = pairs_[name.number];
  File& place = name.half == Half::down ? pair.down : pair.up;
  const ParsedFile* other = place.file;
  if (other == nullptr && name.half == Half::plain) other = pair.down.file;
  if (other == nullptr && name.half == Half::down && pair.plain) other = pair.up.file;
  if (other != nullptr) report_twice(name.number, file, *other);
  if (place.file != nullptr) return;
  place = {&file, name.title, transaction};
  if (name.half != Half::down) pair.plain = name.half == Half::plain;
}

Step Pairs::make_step(const std::string& number, const Pair& pair) const {
  const ParsedFile& file = *pair.up.file;
  Step step;
  step.id = number;
  step.message = as_message(pair.up.title);
  step.file = &file;
  step.up = whole_file(pair.up.file, pair.up.transaction);
  step.down = whole_file(pair.down.file, pair.down.transaction);
  if (pair.plain) {
    std::string stem(source::base_name(file.relative_path));
    stem.resize(stem.size() - 4);  // ".sql"
    step.down_help = "rename the file to '" + stem + ".up.sql' and write how to revert it into '" +
                     stem + ".down.sql'";
  } else {
    step.down_help = "write how to revert it into '" + other_name(file, ".up.", ".down.") + "'";
  }
  return step;
}

std::vector<Draft> Pairs::drafts() {
  std::vector<Step> steps;
  for (const auto& [number, pair] : pairs_) {
    if (pair.up.file == nullptr) {
      const ParsedFile& down = *pair.down.file;
      input_.diagnostics
          .report(Kind::half_migration, file_start(down), {source::base_name(down.relative_path)})
          .help("add '" + other_name(down, ".down.", ".up.") + "', or delete this file");
      continue;
    }
    if (compares_titles_ && pair.down.file != nullptr && pair.up.title != pair.down.title) {
      input_.diagnostics.report(Kind::pair_titles, file_start(*pair.down.file), {number})
          .note(file_start(*pair.up.file), "the up file is here")
          .help("rename it to '" + other_name(*pair.up.file, ".up.", ".down.") + "'");
    }
    steps.push_back(make_step(number, pair));
  }
  return drafts_in_order(std::move(steps), input_, layout_);
}

}  // namespace retort::compiler::chain
