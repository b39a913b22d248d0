// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Finds the server programs, asks the stamp, starts a server, runs the proof, writes the stamp.
#include "driver/proof.hpp"

#include "chain/hash.hpp"
#include "driver/version.hpp"
#ifdef RETORT_WITH_POSTGRES
#include "cluster/cluster.hpp"
#endif

namespace retort::compiler::driver {
namespace {

// The first line of a stamp; what CMake looks for when it configures.
constexpr const char* not_proved = "not proved";

#ifdef RETORT_WITH_POSTGRES

// What a throw-away database need not do, and what hostile SQL may not take.
constexpr const char* configuration =
    "autovacuum = off\n"
    "jit = off\n"
    "join_collapse_limit = 1\n"
    "max_connections = 20\n"
    "max_wal_size = 1GB\n"
    "synchronous_commit = off\n"
    "temp_file_limit = 1GB\n";

void append(std::string& text, const retort::Script& script) {
  text += script.present ? "section " : "none ";
  text += script.transaction ? "transaction " : "alone ";
  text += std::to_string(script.lock_timeout_ms) + " " +
          std::to_string(script.statement_timeout_ms) + "\n";
  for (std::uint32_t i = 0; i < script.statement_count; ++i) {
    const retort::Statement& statement = script.statements[i];
    std::size_t size = 0;
    for (std::uint32_t c = 0; c < statement.chunk_count; ++c) size += statement.chunks[c].size();
    text += std::to_string(size) + ":";
    for (std::uint32_t c = 0; c < statement.chunk_count; ++c) text.append(statement.chunks[c]);
    text += "\n";
  }
}

// All that decides the proof's outcome. Positions do not: a failure is never kept.
std::string key_of(const retort::Chain& chain, const std::string& server) {
  std::string text = std::string(version_text()) + "\n" + server + "\n" + configuration;
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    const retort::Revision& revision = chain.revisions[i];
    const retort::Body* body = find_body(revision, Engine::postgres);
    if (body == nullptr) continue;
    text += std::string(revision.id) + (body->irreversible ? " irreversible\n" : "\n");
    append(text, body->up);
    append(text, body->down);
    append(text, body->verify);
  }
  return "proved on PostgreSQL " + server + "\n" + chain::sha256_hex(text) + "\n";
}

// Also where it holds the same: its time is what the build looks at.
bool write_stamp(Session& session, const std::string& text) {
  const std::string& stamp = session.options().postgres.stamp;
  if (stamp.empty()) return true;
  const std::string reason = session.files().write(stamp, text);
  if (!reason.empty()) session.fail("cannot write '" + stamp + "': " + reason);
  return reason.empty();
}

ProofResult without_server(Session& session, const std::string& reason) {
  const PostgresOptions& options = session.options().postgres;
  const std::string text =
      "chain '" + session.options().load.name + "' is not proved on PostgreSQL: " + reason;
  const std::string help = options.bindir.empty()
                               ? "install the server (Debian: postgresql), or say where its "
                                 "programs are: --pg-bindir, RETORT_POSTGRES_BINDIR in CMake"
                               : "";
  if (options.required) {
    session.fail(text, help);
    return ProofResult::failed;
  }
  session.err() << "retort: warning: " + text + "\n";
  if (!help.empty()) session.err() << "help: " << help << "\n";
  return write_stamp(session, not_proved + (": " + reason) + "\n") ? ProofResult::missing
                                                                   : ProofResult::failed;
}

#endif

}  // namespace

#ifdef RETORT_WITH_POSTGRES

ProofResult prove_on_postgres(const lower::CompiledChain& chain, Session& session) {
  const PostgresOptions& options = session.options().postgres;
  std::string error;
  const auto server = cluster::find_server(options.bindir, error);
  if (!server) return without_server(session, error);
  const std::string key = key_of(chain.view(), server->version);
  if (!options.stamp.empty()) {
    const bool is_file = session.files().kind(options.stamp) == source::FileKind::file;
    const auto old = is_file ? session.files().read(options.stamp) : source::Result<std::string>{};
    if (old && *old.value == key) {
      return write_stamp(session, key) ? ProofResult::known : ProofResult::failed;
    }
    if (is_file) session.files().remove(options.stamp);
  }
  cluster::ClusterOptions cluster_options;
  cluster_options.bindir = server->bindir;
  cluster_options.configuration = configuration;
  cluster_options.template_directory = options.template_directory;
  const auto running = cluster::Cluster::start(cluster_options, error);
  if (running == nullptr) return without_server(session, error);
  if (!verify::verify_postgres(chain, running->connection_string(), session.diagnostics())) {
    return ProofResult::failed;
  }
  return write_stamp(session, key) ? ProofResult::proved : ProofResult::failed;
}

#else

ProofResult prove_on_postgres(const lower::CompiledChain& /*chain*/, Session& session) {
  session.fail("this retort was built without the postgres driver",
               "cmake -DRETORT_WITH_POSTGRES=ON, where libpq is found");
  static_cast<void>(not_proved);
  return ProofResult::failed;
}

#endif

}  // namespace retort::compiler::driver
