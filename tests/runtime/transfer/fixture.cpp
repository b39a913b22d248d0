// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
#include "transfer/fixture.hpp"

namespace retort::test {

TwoEngines::TwoEngines(ChainBuilder& sqlite, ChainBuilder& postgres) {
  static constexpr Engine engines[] = {Engine::sqlite, Engine::postgres};
  const Chain& first = sqlite.chain();
  const Chain& second = postgres.chain();
  bodies_.resize(first.revision_count);
  for (std::uint32_t i = 0; i < first.revision_count; ++i) {
    bodies_[i] = {first.revisions[i].bodies[0], second.revisions[i].bodies[0]};
    revisions_.push_back(first.revisions[i]);
    revisions_.back().bodies = bodies_[i].data();
    revisions_.back().body_count = 2;
  }
  chain_ = first;
  chain_.engines = engines;
  chain_.engine_count = 2;
  chain_.revisions = revisions_.data();
}

void TransferTest::revision(const std::string& id, const std::vector<std::string>& sqlite,
                            const std::vector<std::string>& postgres) {
  RevisionSpec& on_sqlite = sqlite_.add(id);
  for (const std::string& sql : sqlite) on_sqlite.add_up(sql);
  RevisionSpec& on_postgres = postgres_.add(id);
  for (const std::string& sql : postgres) on_postgres.add_up(sql);
  both_.reset();
}

const Chain& TransferTest::chain() {
  if (both_ == nullptr) both_ = std::make_unique<TwoEngines>(sqlite_, postgres_);
  return both_->chain();
}

void TransferTest::make_source() {
  const auto database = source.connect();
  ASSERT_TRUE(is_ok(upgrade(*database, chain())));
}

Status TransferTest::run(TransferOptions options) {
  sqlite::Database from;
  postgres::Database to;
  Status status = from.open_read_only(source.file());
  if (status.ok()) status = to.open(target.connection_string());
  options.lock_wait_ms = 200;
  if (status.ok()) status = transfer(from, to, chain(), options, report);
  return status;
}

}  // namespace retort::test
