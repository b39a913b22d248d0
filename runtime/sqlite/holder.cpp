// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A database file in, the process that locks it out. Linux only, from /proc/locks.
//
// fcntl(F_GETLK) would be the direct way, but it needs a descriptor of our own on the file, and
// closing one drops every POSIX lock that this process has on that file, SQLite's included.
// https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
#include "sqlite/holder.hpp"

#if defined(__linux__)

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "src/text.hpp"

namespace retort::sqlite {
namespace {

// The bytes that SQLite locks: https://www.sqlite.org/fileformat2.html#the_lock_byte_page and, with
// a write-ahead log, the writer's byte of the -shm file (https://www.sqlite.org/walformat.html).
constexpr unsigned long long pending_byte = 0x40000000;
constexpr unsigned long long last_shared_byte = pending_byte + 511;
constexpr unsigned long long wal_write_byte = 120;

// The inode of a file; 0 where there is none.
unsigned long long inode_of(const char* file) {
  struct stat info;
  return stat(file, &info) == 0 ? info.st_ino : 0;
}

// The process that holds a lock on one of SQLite's bytes, a writer before a reader; 0: none.
long find_lock(unsigned long long database, unsigned long long shm) {
  std::FILE* locks = std::fopen("/proc/locks", "re");
  if (locks == nullptr) return 0;
  long found = 0;
  bool found_writer = false;
  char line[160];
  while (!found_writer && std::fgets(line, sizeof line, locks) != nullptr) {
    // 1: POSIX  ADVISORY  WRITE 4711 fe:00:131131 1073741825 1073741825
    char type = 0;
    long pid = 0;
    unsigned long long inode = 0;
    unsigned long long begin = 0;
    unsigned long long end = 0;
    // A lock to the end of the file has no number there; SQLite takes none.
    if (std::sscanf(line, "%*d: POSIX %*s %c%*s %ld %*x:%*x:%llu %llu %llu", &type, &pid, &inode,
                    &begin, &end) != 5) {
      continue;
    }
    const bool in_file = inode == database && begin <= last_shared_byte && end >= pending_byte;
    const bool in_shm = inode == shm && begin <= wal_write_byte && end >= wal_write_byte;
    if (inode == 0 || pid <= 0 || !(in_file || in_shm)) continue;
    found_writer = type == 'W';
    if (found == 0 || found_writer) found = pid;
  }
  std::fclose(locks);
  return found;
}

std::string describe(long pid) {
  if (pid == getpid()) return "another connection of this process";
  std::string text = detail::format("pid %", pid);
  std::FILE* file = std::fopen(detail::format("/proc/%/stat", pid).c_str(), "re");
  if (file == nullptr) return text;
  char stat_line[512];
  const std::size_t size = std::fread(stat_line, 1, sizeof stat_line - 1, file);
  std::fclose(file);
  stat_line[size] = '\0';
  // "4711 (name) S …": the name may hold anything, so it ends at the last parenthesis.
  const char* name = std::strchr(stat_line, '(');
  const char* name_end = std::strrchr(stat_line, ')');
  if (name == nullptr || name_end == nullptr) return text;
  text.append(" ").append(name, name_end + 1);
  // Behind the name, each after a blank: the state, 18 numbers, then the start in ticks since boot.
  const char* field = name_end + 1;
  for (int i = 0; i < 20 && field != nullptr; ++i) field = std::strchr(field + (i > 0), ' ');
  struct timespec now;
  const long ticks = sysconf(_SC_CLK_TCK);
  if (field != nullptr && ticks > 0 && clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
    const long start = std::strtol(field, nullptr, 10) / ticks;
    text += detail::format(", running for % s", now.tv_sec - start);
  }
  return text;
}

}  // namespace

std::string find_holder(const char* database_file) {
  if (database_file == nullptr) return {};
  const std::string shm = detail::format("%-shm", database_file);
  const long pid = find_lock(inode_of(database_file), inode_of(shm.c_str()));
  return pid == 0 ? std::string() : describe(pid);
}

}  // namespace retort::sqlite

#else

namespace retort::sqlite {

std::string find_holder(const char*) { return {}; }

}  // namespace retort::sqlite

#endif
