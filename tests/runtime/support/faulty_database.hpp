// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A driver that breaks: it passes every call on to a real one, and from the nth call on (or only at
// it) reports an error instead, before or after the call has had its effect.
#pragma once

#include <string>
#include <utility>

#include "retort/database.hpp"

namespace retort::test {

class FaultyDatabase : public Database {
 public:
  enum class When { before, after };

  FaultyDatabase(Database& real, int fail_at, When when, bool stays_broken)
      : real_(real), fail_at_(fail_at), when_(when), stays_broken_(stays_broken) {}

  int calls() const { return calls_; }
  bool failed() const { return failed_; }

  Traits traits() const noexcept override { return real_.traits(); }
  std::string lock_holder() override { return real_.lock_holder(); }
  bool may_share_transaction(const Call& call) const override {
    return real_.may_share_transaction(call);
  }
  Status check_idle() override {
    return pass([&] { return real_.check_idle(); });
  }
  Status try_lock(const Options& options) override {
    return pass([&] { return real_.try_lock(options); });
  }
  // A broken connection cannot be asked to let go; the server does it when the connection is
  // closed.
  Status unlock() override {
    return pass([&] { return real_.unlock(); });
  }
  Status begin(bool foreign_keys_off) override {
    return pass([&] { return real_.begin(foreign_keys_off); });
  }
  Status check() override {
    return pass([&] { return real_.check(); });
  }
  Status commit(bool durable) override {
    return pass([&] { return real_.commit(durable); });
  }
  Status rollback() override {
    return pass([&] { return real_.rollback(); });
  }
  Status execute(const Call& call) override {
    return pass([&] { return real_.execute(call); });
  }
  Status verify(const Call& call) override {
    return pass([&] { return real_.verify(call); });
  }
  Status clean_up(const Call& call) override {
    return pass([&] { return real_.clean_up(call); });
  }
  Status flush() override {
    return pass([&] { return real_.flush(); });
  }
  Status has_ledger(bool& result) override {
    return pass([&] { return real_.has_ledger(result); });
  }
  Status query(std::string_view sql, const Value* values, std::uint32_t count,
               RowSink* sink) override {
    return pass([&] { return real_.query(sql, values, count, sink); });
  }

 private:
  template <class Function>
  Status pass(Function function) {
    const int call = calls_++;
    const bool fails = call == fail_at_ || (stays_broken_ && call > fail_at_);
    if (!fails) return function();
    failed_ = true;
    if (when_ == When::after && call == fail_at_) (void)function();
    return Status(Code::connection_lost, "injected at call " + std::to_string(call));
  }

  Database& real_;
  int fail_at_;
  When when_;
  bool stays_broken_;
  int calls_ = 0;
  bool failed_ = false;
};

}  // namespace retort::test
