// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The proof on PostgreSQL as a verb runs it: the server around it, and the stamp that says what was
// proved already.
#pragma once

#include "driver/session.hpp"

namespace retort::compiler::driver {

// Reports into the session. With PostgresOptions::required a missing server is an error.
ProofResult prove_on_postgres(const lower::CompiledChain& chain, Session& session);

}  // namespace retort::compiler::driver
