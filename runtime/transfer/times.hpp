// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Dates and times as SQLite programs store them, and the one form in which both sides show them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace retort::transfer_detail {

// A point in time, or a date, or a time of day, in microseconds.
struct TimeText {
  std::int64_t microseconds =
      0;  // since 1970-01-01 00:00, or since midnight where has_date is false
  bool has_date = false;
  bool has_time = false;
  bool has_zone = false;  // microseconds are then UTC
};

// "2024-05-07", "2024-05-07 09:00[:00[.123456]][Z|+02:00]" (a blank or a T between), "09:00:00".
// Only dates of the calendar from the year 1 to 9999; no words such as 'now', no month first.
std::optional<TimeText> parse_time(std::string_view text);

// How the numbers of a column can be read as points in time.
enum class TimeUnit : std::uint8_t { none, seconds, milliseconds, microseconds, julian_days };

// The only unit in which everything between the two lies in the years 1973 to 5138; none: there is
// no such unit.
TimeUnit unit_of(double smallest, double largest);
std::string_view unit_text(TimeUnit unit);
std::int64_t to_microseconds(double value, TimeUnit unit);

// "2024-05-07 09:00:00.000000"; "2024-05-07"; "09:00:00.000000".
std::string timestamp_text(std::int64_t microseconds);
std::string date_text(std::int64_t microseconds);
std::string time_of_day_text(std::int64_t microseconds);

}  // namespace retort::transfer_detail
