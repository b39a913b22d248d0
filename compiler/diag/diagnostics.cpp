// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Collects diagnostics, applies flags and waivers, sorts.
#include "diag/diagnostics.hpp"

#include <algorithm>
#include <tuple>

namespace retort::compiler::diag {
namespace {

std::string expand(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const std::size_t index = placeholder ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
    if (placeholder && index < arguments.size()) {
      result.append(*(arguments.begin() + index));
      i += 2;
    } else {
      result.push_back(text[i]);
    }
  }
  return result;
}

auto sort_key(const Diagnostic& d) {
  return std::tie(d.span.file, d.span.begin, d.span.end, d.kind, d.text);
}

}  // namespace

Diagnostics::Builder& Diagnostics::Builder::note(source::Span span, std::string text) {
  diagnostic_.notes.push_back({span, std::move(text)});
  return *this;
}

Diagnostics::Builder& Diagnostics::Builder::help(std::string line) {
  diagnostic_.help.push_back(std::move(line));
  return *this;
}

Diagnostics::Builder& Diagnostics::Builder::revision(std::string id) {
  diagnostic_.revision = std::move(id);
  return *this;
}

Diagnostics::Builder Diagnostics::report(Kind kind, source::Span span,
                                         std::initializer_list<std::string_view> arguments) {
  const KindInfo& entry = info(kind);
  // Also for a flag that is off: its waiver has something to waive.
  const Waiver* const waiver = entry.group == Group::hard ? nullptr : use_waiver(entry.name, span);
  const auto severity = options_.severity(entry);
  if (!severity) {
    void_ = {};
    return Builder(void_);
  }
  Diagnostic diagnostic{kind, *severity, span, expand(entry.text, arguments), {}, {}, {}, {}};
  if (waiver != nullptr) diagnostic.waived = waiver->reason;
  if (*severity == Severity::error && diagnostic.waived.empty()) ++errors_reported_;
  return Builder(diagnostics_.emplace_back(std::move(diagnostic)));
}

const Waiver* Diagnostics::use_waiver(std::string_view name, source::Span span) {
  const Waiver* found = nullptr;
  for (Waiver& waiver : waivers_) {
    const bool covers = waiver.name == name && waiver.covers.file == span.file &&
                        waiver.covers.begin <= span.begin && span.begin <= waiver.covers.end;
    if (!covers) continue;
    waiver.used = true;
    found = &waiver;
  }
  return found;
}

void Diagnostics::report_unused_waivers() {
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    if (waivers_[i].used) continue;
    report(Kind::unused_allow, waivers_[i].place, {waivers_[i].name}).help("delete this line");
  }
}

std::size_t Diagnostics::error_count() const {
  const auto all = sorted();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Diagnostic* d) {
    return d->severity == Severity::error && d->waived.empty();
  }));
}

std::size_t Diagnostics::warning_count() const {
  const auto all = sorted();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Diagnostic* d) {
    return d->severity == Severity::warning && d->waived.empty();
  }));
}

std::vector<const Diagnostic*> Diagnostics::sorted() const {
  std::vector<const Diagnostic*> result;
  result.reserve(diagnostics_.size());
  for (const Diagnostic& diagnostic : diagnostics_) result.push_back(&diagnostic);
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return sort_key(*a) < sort_key(*b);
  });
  const auto last = std::unique(result.begin(), result.end(), [](const auto* a, const auto* b) {
    return sort_key(*a) == sort_key(*b);
  });
  result.erase(last, result.end());
  return result;
}

}  // namespace retort::compiler::diag
