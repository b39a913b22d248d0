// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What statements outside a transaction leave behind when they, or we, are cut off.
#pragma once

#include "postgres/session.hpp"

namespace retort::postgres::detail {

// Before a try of CREATE INDEX or REINDEX … CONCURRENTLY: drops the invalid index that an earlier
// try left, which would make the new one fail, or with IF NOT EXISTS do nothing in silence.
// Code::busy where somebody else is building it right now.
Status drop_invalid_indexes(Session& session, const Call& call);
// After CREATE INDEX CONCURRENTLY: whether the index is there and valid.
Status check_index(Session& session, const Call& call);

// CREATE and DROP outside a transaction cannot be repeated. So the ledger's row notes that one is
// about to be sent (in bits of `progress` above the number of statements, docs/ledger-format.md),
// and that it failed. What was sent and has no outcome may be done.
bool needs_note(const Call& call) noexcept;
Status note_sent(Session& session, const Call& call);
Status note_failed(Session& session, const Call& call);
Status was_sent(Session& session, const Call& call, bool& result);
// Whether the failure says that the statement has nothing left to do.
bool says_done(const Status& status, const Call& call) noexcept;

// A word at the beginning of a statement, in any case of letters.
bool begins_with(const Statement& statement, std::string_view word) noexcept;

}  // namespace retort::postgres::detail
