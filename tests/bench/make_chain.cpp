// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A number in, a chain out. Tables come in groups of four per ten revisions; group g has the tables
// accounts_g, orders_g, items_g and notes_g.
#include "make_chain.hpp"

#include <cstdio>

namespace retort::bench {
namespace {

// Replaces each '#' by the group's number and each '@' by the number of the group before it (the
// first group refers to itself).
std::string expand(const std::string& text, std::uint32_t group) {
  std::string result;
  for (const char c : text) {
    if (c == '#') {
      result += std::to_string(group);
    } else if (c == '@') {
      result += std::to_string(group == 0 ? 0 : group - 1);
    } else {
      result += c;
    }
  }
  return result;
}

const ChainRevision& pattern(std::uint32_t step) {
  static const ChainRevision steps[10] = {
      {"",
       "accounts",
       {"CREATE TABLE accounts_# (\n    id integer PRIMARY KEY AUTOINCREMENT,\n"
        "    email text NOT NULL UNIQUE,\n    name text NOT NULL,\n"
        "    parent_id integer REFERENCES accounts_@ (id) ON DELETE SET NULL,\n"
        "    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP\n)",
        "CREATE INDEX ix_accounts_#_parent ON accounts_# (parent_id)"},
       {"DROP TABLE accounts_#"}},
      {"",
       "orders",
       {"CREATE TABLE orders_# (\n    id integer PRIMARY KEY AUTOINCREMENT,\n"
        "    account_id integer NOT NULL REFERENCES accounts_# (id) ON DELETE CASCADE,\n"
        "    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'sent')),\n"
        "    total integer NOT NULL DEFAULT 0,\n"
        "    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP\n)",
        "CREATE INDEX ix_orders_#_account ON orders_# (account_id)",
        "CREATE INDEX ix_orders_#_state ON orders_# (state, created_at)"},
       {"DROP TABLE orders_#"}},
      {"",
       "a column for notes",
       {"ALTER TABLE accounts_# ADD COLUMN note text"},
       {"ALTER TABLE accounts_# DROP COLUMN note"}},
      {"",
       "first rows",
       {"INSERT INTO accounts_# (email, name) VALUES ('a@example.org', 'Ana'), ('b@example.org', "
        "'Bo')",
        "INSERT INTO orders_# (account_id, total) SELECT id, 10 FROM accounts_#"},
       {"DELETE FROM orders_#", "DELETE FROM accounts_#"}},
      {"",
       "items",
       {"CREATE TABLE items_# (\n    id integer PRIMARY KEY AUTOINCREMENT,\n"
        "    order_id integer NOT NULL REFERENCES orders_# (id) ON DELETE CASCADE,\n"
        "    position integer NOT NULL,\n    title text NOT NULL,\n    price integer NOT NULL,\n"
        "    CONSTRAINT uix_items_# UNIQUE (order_id, position)\n)",
        "CREATE INDEX ix_items_#_title ON items_# (title COLLATE NOCASE)"},
       {"DROP TABLE items_#"}},
      {"",
       "a view of open orders",
       {"CREATE VIEW open_orders_# AS\n    SELECT o.id, a.name, o.total\n    FROM orders_# AS o "
        "JOIN "
        "accounts_# AS a ON a.id = o.account_id\n    WHERE o.state = 'open'"},
       {"DROP VIEW open_orders_#"}},
      {"",
       "notes",
       {"CREATE TABLE notes_# (\n    id integer PRIMARY KEY AUTOINCREMENT,\n"
        "    item_id integer REFERENCES items_# (id) ON DELETE CASCADE,\n    body text NOT NULL\n)",
        "CREATE INDEX ix_notes_#_item ON notes_# (item_id) WHERE item_id IS NOT NULL"},
       {"DROP TABLE notes_#"}},
      {"",
       "totals kept in step",
       {"CREATE TRIGGER items_#_total AFTER INSERT ON items_# BEGIN\n"
        "    UPDATE orders_# SET total = total + new.price WHERE id = new.order_id;\nEND"},
       {"DROP TRIGGER items_#_total"}},
      {"",
       "a column for languages",
       {"ALTER TABLE notes_# ADD COLUMN lang text NOT NULL DEFAULT 'es'",
        "CREATE INDEX ix_notes_#_lang ON notes_# (lang)"},
       {"DROP INDEX ix_notes_#_lang", "ALTER TABLE notes_# DROP COLUMN lang"}},
      {"",
       "states brought up to date",
       {"UPDATE orders_# SET state = 'paid' WHERE total > 100",
        "INSERT INTO items_# (order_id, position, title, price) SELECT id, 1, 'first', 5 FROM "
        "orders_#"},
       {"DELETE FROM items_#"}},
  };
  return steps[step];
}

std::string sql_of(const std::vector<std::string>& statements) {
  std::string text;
  for (const std::string& statement : statements) text += statement + ";\n";
  return text;
}

std::string in_transaction(const std::string& sql) {
  return "PRAGMA foreign_keys = ON;\nBEGIN;\n" + sql + "COMMIT;\n";
}

}  // namespace

std::vector<ChainRevision> make_chain(std::uint32_t length) {
  std::vector<ChainRevision> chain;
  for (std::uint32_t i = 0; i < length; ++i) {
    ChainRevision revision = pattern(i % 10);
    char id[16];
    std::snprintf(id, sizeof id, "%06u", static_cast<unsigned>(i + 1));
    revision.id = id;
    for (auto* section : {&revision.up, &revision.down}) {
      for (std::string& statement : *section) statement = expand(statement, i / 10);
    }
    chain.push_back(std::move(revision));
  }
  return chain;
}

std::string as_file(const ChainRevision& revision, const std::string& parent) {
  return "-- " + revision.message + "\n--\n-- Revision ID: " + revision.id +
         "\n-- Revises:" + (parent.empty() ? "" : " ") + parent +
         "\n-- Create Date: 2024-05-07 09:00\n\n-- migrate:up\n" + sql_of(revision.up) +
         "\n-- migrate:down\n" + sql_of(revision.down);
}

std::string as_up_script(const std::vector<ChainRevision>& chain) {
  std::string text;
  for (const ChainRevision& revision : chain) text += sql_of(revision.up);
  return in_transaction(text);
}

std::string as_proof_script(const std::vector<ChainRevision>& chain) {
  std::string text;
  for (const ChainRevision& revision : chain) {
    text += sql_of(revision.up) + sql_of(revision.down) + sql_of(revision.up);
  }
  return in_transaction(text);
}

}  // namespace retort::bench
