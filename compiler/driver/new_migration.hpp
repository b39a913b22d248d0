// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The next migration file: its name after the folder's habit, and its text.
#pragma once

#include <ctime>
#include <string>
#include <vector>

#include "dialect/dialect.hpp"

namespace retort::compiler::driver {

// The time of day as local time; with SOURCE_DATE_EPOCH that moment in UTC.
std::tm current_time();

struct NameRequest {
  std::vector<std::string> names;  // of the files that are there, without folders
  std::string example;             // the one whose habit to take (the head's); may be empty
  std::string example_id;          // the revision id of that file
  std::string id;                  // of the new revision
  std::string message;
  std::tm now{};
};

// "add_a_notes_column": letters and digits of the message, at most 40 bytes.
std::string slug_of(const std::string& message);

// The new file's name without ".sql": 0008_slug, 20240507_02_slug, 20240507093000_slug or id_slug.
// A number is never one that is there already.
std::string next_stem(const NameRequest& request);

// Twelve random hex digits that no string in `taken` equals.
std::string random_id(const std::vector<std::string>& taken);

struct HeaderText {
  std::string message, id;
  std::vector<std::string> parents;
  std::tm now{};
};

// Header, empty up and down sections; one of each per engine where there are several.
std::string migration_text(const HeaderText& header, const std::vector<dialect::Engine>& engines);

// An empty string if the text says to the compiler what `header` says, else what went wrong: a
// message may look like a header key or a directive.
std::string check_migration_text(const std::string& text, const HeaderText& header);

}  // namespace retort::compiler::driver
