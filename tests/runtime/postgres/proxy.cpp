// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "postgres/proxy.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

namespace retort::test {
namespace {

constexpr const char* socket_name = "/.s.PGSQL.5432";

sockaddr_un address_of(const std::string& folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::snprintf(address.sun_path, sizeof address.sun_path, "%s%s", folder.c_str(), socket_name);
  return address;
}

// Small messages on a unix socket come in one piece.
std::string receive(int from) {
  char buffer[1 << 16];
  const ssize_t count = read(from, buffer, sizeof buffer);
  return count <= 0 ? std::string() : std::string(buffer, static_cast<std::size_t>(count));
}

bool pass_on(int to, const std::string& bytes) {
  return send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

}  // namespace

Proxy::Proxy(std::string server, Cut cut, int nth)
    : server_(std::move(server)), folder_("/tmp/retort-proxy-XXXXXX"), cut_(cut), left_(nth) {
  if (mkdtemp(folder_.data()) == nullptr) std::abort();
  listener_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = address_of(folder_);
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      listen(listener_, 1) != 0) {
    std::abort();
  }
  thread_ = std::thread([this] { serve(); });
}

Proxy::~Proxy() {
  stop_ = true;
  thread_.join();
  close(listener_);
  std::remove((folder_ + socket_name).c_str());
  rmdir(folder_.c_str());
}

void Proxy::serve() {
  pollfd waiting{listener_, POLLIN, 0};
  while (poll(&waiting, 1, 50) == 0) {
    if (stop_) return;
  }
  const int client = accept(listener_, nullptr, nullptr);
  const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = address_of(server_);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    relay(client, server);
  }
  close(client);
  close(server);
}

void Proxy::relay(int client, int server) {
  pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
  while (!stop_) {
    if (poll(both, 2, 50) <= 0) continue;
    if (both[0].revents != 0) {
      const std::string request = receive(client);
      const bool commits = request.find("COMMIT") != std::string::npos;
      if (commits && left_-- == 0) {
        has_cut_ = true;
        if (cut_ == Cut::reply && pass_on(server, request)) (void)receive(server);
        return;
      }
      if (request.empty() || !pass_on(server, request)) return;
    }
    if (both[1].revents != 0) {
      const std::string reply = receive(server);
      if (reply.empty() || !pass_on(client, reply)) return;
    }
  }
}

}  // namespace retort::test
