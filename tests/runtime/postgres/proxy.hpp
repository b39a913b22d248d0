// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A proxy between libpq and the server, on a unix socket, that loses what a test wants to be lost.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace retort::test {

// Serves one connection. The destructor ends it.
class Proxy {
 public:
  enum class Cut {
    request,  // COMMIT does not reach the server
    reply,    // it does, and the answer is lost
  };

  // `server` is the folder of the server's socket. The nth message with a COMMIT, from 0, is cut.
  Proxy(std::string server, Cut cut, int nth);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  // The folder of our socket, for "host=".
  const std::string& folder() const { return folder_; }
  bool has_cut() const { return has_cut_; }

 private:
  void serve();
  void relay(int client, int server);

  std::string server_;
  std::string folder_;
  Cut cut_;
  int left_;
  int listener_ = -1;
  std::atomic<bool> has_cut_{false};
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

}  // namespace retort::test
