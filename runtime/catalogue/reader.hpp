// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: what the two readers and the comparison share.
#pragma once

#include <string>
#include <string_view>

#include "retort/catalogue.hpp"

namespace retort::catalogue::detail {

Status read_sqlite(Database& database, const ReadOptions& options, Catalogue& catalogue);
Status read_postgres(Database& database, const ReadOptions& options, Catalogue& catalogue);

// ASCII only, as SQLite compares names.
std::string lower_case(std::string_view text);
bool equal_names(std::string_view a, std::string_view b) noexcept;

bool is_ignored(std::string_view name, const ReadOptions& options);

// Adds a property in its place; does nothing where `value` is empty.
void set(Object& object, std::string_view name, std::string_view value);

// By table, kind and name; `fold`: names in any case.
int compare_objects(const Object& a, const Object& b, bool fold) noexcept;
void sort(Catalogue& catalogue);

}  // namespace retort::catalogue::detail
