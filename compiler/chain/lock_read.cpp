// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text to Lock. In: the lock file. Out: its revisions in the order of the file; a line that cannot
// be understood is diagnosed at its column and makes the whole lock unusable.
#include <algorithm>
#include <charconv>

#include "chain/hash.hpp"
#include "chain/lock_file.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::size_t max_bad_lines = 20;

struct Slice {
  std::string_view text;
  std::uint32_t begin = 0;
};

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

class Reader {
 public:
  Reader(const source::SourceFile& file, diag::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {
    lock_.present = true;
    lock_.path = file.path();
  }

  Lock read() {
    const std::string_view text = file_.text();
    bool first = true;
    for (std::size_t at = 0; at < text.size() && bad_lines_ < max_bad_lines && !conflict_;) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      read_line({text.substr(at, end - at), static_cast<std::uint32_t>(at)}, first);
      first = false;
      at = end + 1;
    }
    lock_.usable = bad_lines_ == 0;
    return std::move(lock_);
  }

 private:
  void read_line(const Slice& line, bool first) {
    line_ = line;
    at_ = 0;
    if (is_conflict_marker()) {
      report_conflict();
    } else if (first) {
      read_header();
    } else if (!line.text.empty() && line.text.front() != '#') {
      read_revision();
    }
  }

  bool is_conflict_marker() const {
    return starts_with(line_.text, "<<<<<<<") || starts_with(line_.text, "=======") ||
           starts_with(line_.text, ">>>>>>>") || starts_with(line_.text, "|||||||");
  }

  void report_conflict() {
    conflict_ = true;
    bad(whole_line(), "git conflict marker: two branches have locked revisions")
        .help("if only one of them was released, keep that side and lock again:")
        .help("    git checkout --ours -- " + lock_.path + "     (or --theirs)")
        .help("    retort rebase <own revision> --onto <released head>  and  retort lock")
        .help("if both were released, keep the lines of both sides, and:  retort merge -m \"...\"");
  }

  void read_header() {
    const std::string_view rest =
        starts_with(line_.text, "# retort lock ") ? line_.text.substr(14) : std::string_view();
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0) {
      bad(whole_line(), "not a lock file: the first line is not '" + std::string(lock_header) + "'")
          .help(restore());
    } else if (rest.substr(0, digits) != "1") {
      bad(whole_line(), "format " + std::string(rest.substr(0, digits)) +
                            " of the lock is unknown: it was written by a newer retort");
    }
  }

  void read_revision() {
    const Slice id = word();
    LockedRevision revision;
    revision.id = std::string(id.text);
    revision.span = span(id);
    while (true) {
      const Slice next = word();
      if (next.text == "file") break;
      LockedBody body;
      body.line = revision.span;
      if (!read_body(next, body)) return;
      if (revision.body(body.engine) != nullptr) {
        bad(span(next), "engine '" + std::string(next.text) + "' twice on one line");
        return;
      }
      revision.bodies.push_back(std::move(body));
    }
    revision.file = std::string(line_.text.substr(std::min(at_, line_.text.size())));
    if (revision.file.empty() || revision.bodies.empty()) {
      bad(rest_of_line(),
          "line without " + std::string(revision.file.empty() ? "a file name" : "an engine"))
          .help(restore());
      return;
    }
    add(std::move(revision));
  }

  bool read_body(const Slice& engine, LockedBody& body) {
    if (ends_early(engine)) return false;
    const auto known = dialect::engine_by_name(engine.text);
    if (!known) {
      bad(span(engine), "'" + std::string(engine.text) + "' is no engine").help(restore());
      return false;
    }
    body.engine = *known;
    const Slice form = word();
    if (ends_early(form)) return false;
    if (form.text != "native" && form.text != "portable") {
      bad(span(form), "'" + std::string(form.text) + "' is neither 'native' nor 'portable'")
          .help(restore());
      return false;
    }
    body.form = form.text == "native" ? Form::native : Form::portable;
    return read_hash(content_tag, "content hash", body.content_hash) &&
           read_hash(digest_tag, "chain digest", body.digest) && read_marks(body);
  }

  bool ends_early(const Slice& slice) {
    if (!slice.text.empty() || at_ <= line_.text.size()) return false;
    bad(span(slice), "line ends before its 'file'").help(restore());
    return true;
  }

  bool read_hash(std::string_view tag, const std::string& what, std::string& value) {
    const Slice hash = word();
    if (ends_early(hash)) return false;
    const std::size_t colon = hash.text.find(':');
    if (starts_with(hash.text, tag) && hash.text.size() == tag.size() + 64 &&
        is_hex(hash.text.substr(tag.size()))) {
      value = std::string(hash.text);
      return true;
    }
    const bool other_algorithm = colon != std::string_view::npos &&
                                 hash.text.substr(0, colon + 1) != tag &&
                                 starts_with(hash.text, "sha");
    if (other_algorithm) {
      bad(span(hash), "unknown hash algorithm '" + std::string(hash.text.substr(0, colon)) +
                          "': this line was written by a newer retort");
    } else {
      bad(span(hash), "this is no " + what).help(restore());
    }
    return false;
  }

  // "3:1a2b3c4d,0011aabb,99887766": how many statements, and the marks of the first of them.
  bool read_marks(LockedBody& body) {
    const Slice marks = word();
    if (ends_early(marks)) return false;
    std::string_view rest = marks.text;
    const char* const end = rest.data() + rest.size();
    const auto [stop, error] = std::from_chars(rest.data(), end, body.statement_count);
    bool good = error == std::errc() && stop != end && *stop == ':';
    if (good) rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()) + 1);
    while (good && !rest.empty()) {
      const std::string_view mark = rest.substr(0, 8);
      good = mark.size() == 8 && is_hex(mark) && (rest.size() == 8 || rest[8] == ',') &&
             rest.size() != 9;
      body.marks.emplace_back(mark);
      rest.remove_prefix(std::min<std::size_t>(9, rest.size()));
    }
    good = good && body.marks.size() == std::min(body.statement_count, max_locked_statements);
    if (!good) bad(span(marks), "this is no list of statements").help(restore());
    return good;
  }

  // Another line for the same id is right where its engines joined the chain later.
  void add(LockedRevision revision) {
    const auto [place, is_new] = lock_.by_id.emplace(revision.id, lock_.revisions.size());
    if (is_new) {
      lock_.revisions.push_back(std::move(revision));
      return;
    }
    LockedRevision& known = lock_.revisions[place->second];
    for (LockedBody& body : revision.bodies) {
      if (known.body(body.engine) != nullptr) {
        bad(revision.span, "revision '" + revision.id + "' is locked twice")
            .note(known.span, "the first line is here")
            .help("a merge in git may have kept both: delete the line that was never released");
        return;
      }
      known.bodies.push_back(std::move(body));
    }
  }

  Slice word() {
    const std::size_t begin = std::min(at_, line_.text.size());
    const std::size_t end = std::min(line_.text.find(' ', begin), line_.text.size());
    at_ = end + 1;
    return {line_.text.substr(begin, end - begin), line_.begin + static_cast<std::uint32_t>(begin)};
  }

  source::Span span(const Slice& slice) const {
    return {file_.id(), slice.begin, slice.begin + static_cast<std::uint32_t>(slice.text.size())};
  }
  source::Span whole_line() const { return span(line_); }
  source::Span rest_of_line() const {
    const auto end = line_.begin + static_cast<std::uint32_t>(line_.text.size());
    return {file_.id(), end, end};
  }

  diag::Diagnostics::Builder bad(source::Span place, const std::string& text) {
    ++bad_lines_;
    return diagnostics_.report(Kind::bad_lock_file, place, {text});
  }

  std::string restore() const {
    return "only 'retort lock' writes this file; bring it back:  git restore -- " + lock_.path;
  }

  const source::SourceFile& file_;
  diag::Diagnostics& diagnostics_;
  Lock lock_;
  Slice line_;
  std::size_t at_ = 0;  // in line_
  std::size_t bad_lines_ = 0;
  bool conflict_ = false;
};

}  // namespace

const LockedBody* LockedRevision::body(dialect::Engine engine) const {
  const auto found = std::find_if(bodies.begin(), bodies.end(),
                                  [engine](const LockedBody& b) { return b.engine == engine; });
  return found == bodies.end() ? nullptr : &*found;
}

const LockedRevision* Lock::find(const std::string& id) const {
  const auto found = by_id.find(id);
  return usable && found != by_id.end() ? &revisions[found->second] : nullptr;
}

std::string path_of(const LoadOptions& options, const LockedRevision& locked) {
  // As collect() made the path: below the folder, or beside the lock where files are listed.
  if (!options.engine_directories.empty()) {
    return source::join(source::directory_name(options.engine_directories.front()), locked.file);
  }
  if (options.files.empty()) return source::join(options.directory, locked.file);
  return source::join(source::directory_name(options.lock_file.value_or("")), locked.file);
}

Lock parse_lock(const source::SourceFile& file, diag::Diagnostics& diagnostics) {
  return Reader(file, diagnostics).read();
}

Lock read_lock(const LoadOptions& options, source::FileSystem& files, source::SourceFiles& sources,
               diag::Diagnostics& diagnostics) {
  Lock lock;
  if (!options.lock_file || files.kind(*options.lock_file) == source::FileKind::missing)
    return lock;
  auto bytes = files.read(*options.lock_file);
  const source::SourceFile& file =
      sources.add(*options.lock_file, bytes ? std::string_view(*bytes.value) : std::string_view());
  if (bytes) return parse_lock(file, diagnostics);
  diagnostics.report(Kind::cannot_read, {file.id(), 0, 0}, {*options.lock_file, bytes.error});
  lock.present = true;
  lock.usable = false;
  return lock;
}

}  // namespace retort::compiler::chain
