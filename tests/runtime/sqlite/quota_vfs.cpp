// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Wraps every file of the default VFS. Only xWrite and xTruncate do something of their own: a write
// beyond the end of the file takes from the quota, and what does not fit is SQLITE_FULL.
#include "sqlite/quota_vfs.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace retort::test {
namespace {

std::int64_t left = 0;

struct QuotaFile {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<QuotaFile*>(file)->real; }

int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
  sqlite3_file* real = real_of(file);
  sqlite3_int64 size = 0;
  if (int result = real->pMethods->xFileSize(real, &size); result != SQLITE_OK) return result;
  const sqlite3_int64 growth = offset + amount - size;
  if (growth > 0) {
    if (growth > left) return SQLITE_FULL;
    left -= growth;
  }
  return real->pMethods->xWrite(real, data, amount, offset);
}

// The real methods, called with the real file.
#define RETORT_FORWARD(name, parameters, arguments) \
  [] parameters { return real_of(file)->pMethods->name arguments; }

const sqlite3_io_methods methods = {
    2,
    [](sqlite3_file* file) {
      sqlite3_file* real = real_of(file);
      const int result = real->pMethods == nullptr ? SQLITE_OK : real->pMethods->xClose(real);
      sqlite3_free(real);
      return result;
    },
    RETORT_FORWARD(xRead, (sqlite3_file * file, void* data, int amount, sqlite3_int64 offset),
                   (real_of(file), data, amount, offset)),
    write,
    RETORT_FORWARD(xTruncate, (sqlite3_file * file, sqlite3_int64 size), (real_of(file), size)),
    RETORT_FORWARD(xSync, (sqlite3_file * file, int flags), (real_of(file), flags)),
    RETORT_FORWARD(xFileSize, (sqlite3_file * file, sqlite3_int64* size), (real_of(file), size)),
    RETORT_FORWARD(xLock, (sqlite3_file * file, int lock), (real_of(file), lock)),
    RETORT_FORWARD(xUnlock, (sqlite3_file * file, int lock), (real_of(file), lock)),
    RETORT_FORWARD(xCheckReservedLock, (sqlite3_file * file, int* result), (real_of(file), result)),
    RETORT_FORWARD(xFileControl, (sqlite3_file * file, int op, void* argument),
                   (real_of(file), op, argument)),
    RETORT_FORWARD(xSectorSize, (sqlite3_file * file), (real_of(file))),
    RETORT_FORWARD(xDeviceCharacteristics, (sqlite3_file * file), (real_of(file))),
    RETORT_FORWARD(xShmMap,
                   (sqlite3_file * file, int page, int size, int extend, void volatile** memory),
                   (real_of(file), page, size, extend, memory)),
    RETORT_FORWARD(xShmLock, (sqlite3_file * file, int offset, int count, int flags),
                   (real_of(file), offset, count, flags)),
    [](sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); },
    RETORT_FORWARD(xShmUnmap, (sqlite3_file * file, int remove), (real_of(file), remove)),
    nullptr,
    nullptr};

#undef RETORT_FORWARD

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* real_vfs = static_cast<sqlite3_vfs*>(vfs->pAppData);
  auto* quota = reinterpret_cast<QuotaFile*>(file);
  quota->base.pMethods = nullptr;
  quota->real = static_cast<sqlite3_file*>(sqlite3_malloc(real_vfs->szOsFile));
  if (quota->real == nullptr) return SQLITE_NOMEM;
  std::memset(quota->real, 0, static_cast<std::size_t>(real_vfs->szOsFile));
  const int result = real_vfs->xOpen(real_vfs, name, quota->real, flags, out_flags);
  if (result != SQLITE_OK) {
    sqlite3_free(quota->real);
    return result;
  }
  quota->base.pMethods = &methods;
  return SQLITE_OK;
}

}  // namespace

void set_disk_quota(std::int64_t bytes) {
  left = bytes;
  if (sqlite3_vfs_find("quota") != nullptr) return;
  static sqlite3_vfs vfs;
  sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
  vfs = *real;
  vfs.zName = "quota";
  vfs.szOsFile = sizeof(QuotaFile);
  vfs.pAppData = real;
  vfs.xOpen = open;
  sqlite3_vfs_register(&vfs, 0);
}

}  // namespace retort::test
