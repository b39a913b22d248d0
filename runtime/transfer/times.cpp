// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ISO 8601 as SQLite's own date functions read it, and nothing else: what PostgreSQL would guess
// (month first, 'today', a zone that it drops) never gets there.
#include "transfer/times.hpp"

#include <cmath>
#include <cstdio>

namespace retort::transfer_detail {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;

// Howard Hinnant's days_from_civil and its inverse.
std::int64_t days_of(std::int64_t year, int month, int day_of_month) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day_of_month - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719'468;
}

struct Date {
  std::int64_t year;
  int month;
  int day;
};

Date date_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Exactly `count` digits from the front.
bool take_digits(std::string_view& text, std::size_t count, int& value) {
  if (text.size() < count) return false;
  value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) return false;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool take_char(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

bool take_date(std::string_view& text, std::int64_t& days) {
  int year = 0;
  int month = 0;
  int of_month = 0;
  if (!take_digits(text, 4, year) || !take_char(text, '-') || !take_digits(text, 2, month) ||
      !take_char(text, '-') || !take_digits(text, 2, of_month)) {
    return false;
  }
  if (year < 1 || month < 1 || month > 12 || of_month < 1) return false;
  days = days_of(year, month, of_month);
  return date_of(days).month == month && date_of(days).day == of_month;
}

// The fraction of a second in microseconds; what is finer is rounded, half up.
std::int64_t take_fraction(std::string_view& text) {
  std::int64_t result = 0;
  std::int64_t weight = second / 10;
  bool round_up = false;
  for (std::size_t i = 0; !text.empty() && is_digit(text.front()); ++i, text.remove_prefix(1)) {
    if (i == 6) round_up = text.front() >= '5';
    result += (text.front() - '0') * weight;
    weight /= 10;
  }
  return result + (round_up ? 1 : 0);
}

bool take_time(std::string_view& text, std::int64_t& microseconds) {
  int hour = 0;
  int minute = 0;
  int seconds = 0;
  if (!take_digits(text, 2, hour) || !take_char(text, ':') || !take_digits(text, 2, minute)) {
    return false;
  }
  std::int64_t fraction = 0;
  if (take_char(text, ':')) {
    if (!take_digits(text, 2, seconds)) return false;
    if (take_char(text, '.')) {
      if (text.empty() || !is_digit(text.front())) return false;
      fraction = take_fraction(text);
    }
  }
  if (hour > 23 || minute > 59 || seconds > 59) return false;
  microseconds = (hour * 3600 + minute * 60 + seconds) * second + fraction;
  return true;
}

// "Z", "+02", "+0200", "+02:00"; the offset in microseconds.
bool take_zone(std::string_view& text, std::int64_t& offset) {
  offset = 0;
  if (take_char(text, 'Z') || take_char(text, 'z')) return true;
  const bool minus = take_char(text, '-');
  if (!minus && !take_char(text, '+')) return false;
  int hours = 0;
  int minutes = 0;
  if (!take_digits(text, 2, hours)) return false;
  if (take_char(text, ':') || !text.empty()) {
    if (!take_digits(text, 2, minutes)) return false;
  }
  if (hours > 15 || minutes > 59) return false;
  offset = (hours * 60 + minutes) * 60 * second * (minus ? -1 : 1);
  return true;
}

std::int64_t floor_days(std::int64_t microseconds) {
  return (microseconds >= 0 ? microseconds : microseconds - day + 1) / day;
}

}  // namespace

std::optional<TimeText> parse_time(std::string_view text) {
  TimeText result;
  std::int64_t days = 0;
  std::int64_t time = 0;
  std::string_view rest = text;
  result.has_date = take_date(rest, days);
  if (result.has_date) {
    if (rest.empty()) {
      result.microseconds = days * day;
      return result;
    }
    if (!take_char(rest, ' ') && !take_char(rest, 'T')) return std::nullopt;
  } else {
    rest = text;
  }
  if (!take_time(rest, time)) return std::nullopt;
  result.has_time = true;
  result.microseconds = days * day + time;
  if (rest.empty()) return result;
  if (rest.front() == ' ') rest.remove_prefix(1);
  std::int64_t offset = 0;
  if (!take_zone(rest, offset) || !rest.empty()) return std::nullopt;
  result.has_zone = true;
  result.microseconds -= offset;
  return result;
}

TimeUnit unit_of(double smallest, double largest) {
  const auto within = [&](double low, double high) { return smallest >= low && largest < high; };
  if (within(1e8, 1e11)) return TimeUnit::seconds;
  if (within(1e11, 1e14)) return TimeUnit::milliseconds;
  if (within(1e14, 1e17)) return TimeUnit::microseconds;
  // The Julian days of the years 1 to 9999.
  if (within(1'721'425.5, 5'373'484.5)) return TimeUnit::julian_days;
  return TimeUnit::none;
}

std::string_view unit_text(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::seconds:
      return "seconds since 1970";
    case TimeUnit::milliseconds:
      return "milliseconds since 1970";
    case TimeUnit::microseconds:
      return "microseconds since 1970";
    case TimeUnit::julian_days:
      return "Julian days";
    case TimeUnit::none:
      break;
  }
  return "no times";
}

std::int64_t to_microseconds(double value, TimeUnit unit) {
  double factor = 1;
  if (unit == TimeUnit::seconds) factor = 1e6;
  if (unit == TimeUnit::milliseconds) factor = 1e3;
  if (unit == TimeUnit::julian_days) {
    // To the millisecond, which is what SQLite itself computes with.
    return std::llround((value - 2'440'587.5) * 86'400'000.0) * 1000;
  }
  return std::llround(value * factor);
}

std::string date_text(std::int64_t microseconds) {
  const Date date = date_of(floor_days(microseconds));
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04lld-%02d-%02d", static_cast<long long>(date.year),
                date.month, date.day);
  return buffer;
}

std::string time_of_day_text(std::int64_t microseconds) {
  const std::int64_t in_day = microseconds - floor_days(microseconds) * day;
  const std::int64_t seconds = in_day / second;
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d.%06d", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60),
                static_cast<int>(in_day % second));
  return buffer;
}

std::string timestamp_text(std::int64_t microseconds) {
  return date_text(microseconds) + " " + time_of_day_text(microseconds);
}

}  // namespace retort::transfer_detail
