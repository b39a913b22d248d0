// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Diagnostics as a compiler prints them: GNU form with excerpt and caret, and MSVC form.
#include <algorithm>

#include "diag/render.hpp"
#include "source/utf8.hpp"

namespace retort::compiler::diag {
namespace {

constexpr std::size_t max_excerpt = 200;  // bytes of a source line that are shown

struct Palette {
  const char* bold = "";
  const char* red = "";
  const char* magenta = "";
  const char* cyan = "";
  const char* green = "";
  const char* reset = "";
};

Palette palette(bool color) {
  if (!color) return {};
  return {"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

std::string place(source::Span span, const source::SourceFiles& files) {
  if (span.file == 0) return "retort";
  const auto& file = files.get(span.file);
  const auto at = file.position(span.begin);
  return file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// What would move the caret, speak to the terminal or turn the text around. C1 controls count:
// some terminals obey them.
bool is_harmful(std::uint32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

// Each character that must not be shown, and each byte that is no UTF-8, as one replacement
// character.
std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const source::CodePoint next = source::decode_utf8(text);
    std::size_t length = std::max<std::size_t>(next.length, 1);
    if (text.front() == '\t') {
      result.push_back(' ');  // one column, as we count
    } else if (next.length == 0 || is_harmful(next.value)) {
      result.append("\xEF\xBF\xBD");
      // The rest of a broken sequence has no column of its own.
      while (next.length == 0 && length < text.size() &&
             source::is_utf8_continuation(text[length])) {
        ++length;
      }
    } else {
      result.append(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  return result;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

// A hash of a lock's line is of no use to who reads a message: its 64 digits behind ':' become
// eight, from byte `from` on.
std::string with_short_hashes(std::string_view line, std::size_t from) {
  constexpr std::size_t digits = 64, kept = 8;
  std::string result(line.substr(0, from));  // all of it where `from` lies behind its end
  for (std::size_t i = from; i < line.size(); ++i) {
    result += line[i];
    const std::string_view rest = line.substr(i + 1);
    const std::size_t run = std::min(rest.find_first_not_of("0123456789abcdef"), rest.size());
    if (line[i] != ':' || run != digits) continue;
    result.append(rest.substr(0, kept)).append("…");
    i += digits;
  }
  return result;
}

// "    3 | -- Revises: 41e0\n      |             ^~~~\n"
std::string excerpt(source::Span span, const source::SourceFiles& files, const Palette& colors) {
  if (span.file == 0) return {};
  const auto& file = files.get(span.file);
  const auto at = file.position(span.begin);
  std::string_view line = file.line(at.line);
  if (line.empty() || at.column > max_excerpt) return {};
  const std::string_view marked_text = file.slice(span);
  const auto marked_end =
      static_cast<std::size_t>(marked_text.data() + marked_text.size() - line.data());
  const std::string shortened =
      with_short_hashes(line.substr(0, 4 * max_excerpt), std::min(marked_end, line.size()));
  line = shortened;
  if (line.size() > max_excerpt) {
    std::size_t cut = max_excerpt;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0u) == 0x80u) --cut;
    line = line.substr(0, cut);
  }
  const std::string number = std::to_string(at.line);
  std::string result(number.size() < 5 ? 5 - number.size() : 0, ' ');
  const std::size_t gutter = result.size() + number.size();
  result += number + " | " + printable(line) + "\n" + std::string(gutter, ' ') + " | ";
  const std::size_t on_line =
      code_points(line) - std::min(code_points(line), std::size_t{at.column} - 1);
  const std::size_t length = code_points(marked_text);
  const std::size_t marked = std::max<std::size_t>(1, std::min(length, on_line));
  result += std::string(at.column - 1, ' ') + colors.green + "^" + std::string(marked - 1, '~');
  return result + colors.reset + "\n";
}

std::string tag(const Diagnostic& diagnostic) {
  const KindInfo& kind = info(diagnostic.kind);
  const std::string name(kind.name);
  if (kind.group == Group::hard) return " [" + name + "]";
  return (diagnostic.severity == Severity::error ? " [-Werror=" : " [-W") + name + "]";
}

void render_one(const Diagnostic& d, const source::SourceFiles& files, const Palette& colors,
                std::string& out) {
  const char* severity_color = d.severity == Severity::error ? colors.red : colors.magenta;
  out.append(colors.bold).append(place(d.span, files)).append(": ").append(severity_color);
  out.append(severity_word(d.severity)).append(": ").append(colors.reset).append(colors.bold);
  out.append(printable(d.text)).append(colors.reset).append(tag(d)).append("\n");
  out.append(excerpt(d.span, files, colors));
  for (const Note& note : d.notes) {
    out.append(colors.bold).append(place(note.span, files)).append(": ").append(colors.cyan);
    out.append("note: ").append(colors.reset).append(printable(note.text)).append("\n");
    out.append(excerpt(note.span, files, colors));
  }
  for (const std::string& line : d.help) {
    out.append(colors.cyan)
        .append("help: ")
        .append(colors.reset)
        .append(printable(line))
        .append("\n");
  }
}

std::string plural(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

std::string summary_line(std::size_t errors, std::size_t warnings) {
  if (errors == 0 && warnings == 0) return {};
  std::string line;
  if (warnings > 0) line += plural(warnings, "warning");
  if (warnings > 0 && errors > 0) line += " and ";
  if (errors > 0) line += plural(errors, "error");
  return line + " generated.\n";
}

}  // namespace

std::string render_gnu(const Diagnostics& diagnostics, const source::SourceFiles& files,
                       const RenderOptions& options) {
  const Palette colors = palette(options.color);
  std::string out;
  std::size_t errors = 0;
  for (const Diagnostic* diagnostic : diagnostics.sorted()) {
    if (!diagnostic->waived.empty()) continue;
    if (diagnostic->severity == Severity::error && ++errors > max_errors_shown) continue;
    render_one(*diagnostic, files, colors, out);
  }
  if (errors > max_errors_shown) {
    out += plural(errors - max_errors_shown, "more error") + " not shown\n";
  }
  if (options.summary) out += summary_line(errors, diagnostics.warning_count());
  return out;
}

std::string render_msvc(const Diagnostics& diagnostics, const source::SourceFiles& files) {
  const auto at = [&files](source::Span span) -> std::string {
    if (span.file == 0) return "retort";
    const auto& file = files.get(span.file);
    const auto position = file.position(span.begin);
    return file.path() + "(" + std::to_string(position.line) + "," +
           std::to_string(position.column) + ")";
  };
  std::string out;
  std::size_t errors = 0;
  for (const Diagnostic* d : diagnostics.sorted()) {
    if (!d->waived.empty()) continue;
    if (d->severity == Severity::error && ++errors > max_errors_shown) continue;
    out += at(d->span) + ": " + std::string(severity_word(d->severity)) + " " +
           std::string(info(d->kind).name) + ": " + printable(d->text) + "\n";
    for (const Note& note : d->notes)
      out += at(note.span) + ": note: " + printable(note.text) + "\n";
    for (const std::string& line : d->help) out += "    help: " + printable(line) + "\n";
  }
  return out + summary_line(errors, diagnostics.warning_count());
}

}  // namespace retort::compiler::diag
