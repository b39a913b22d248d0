// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Reads from PostgreSQL's catalogue what a transfer must know of the target.
#include <cstdlib>

#include "transfer/tables.hpp"

namespace retort::transfer_detail {
namespace {

using postgres::detail::Result;

// One row per column. A domain counts as the type below it.
constexpr const char* columns_sql =
    "SELECT c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname,"
    " format_type(a.atttypid, a.atttypmod), coalesce(b.typname, t.typname),"
    " CASE WHEN b.oid IS NULL THEN a.atttypmod ELSE t.typtypmod END,"
    " a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attgenerated <> '',"
    " coalesce(pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname),"
    " a.attname), ''),"
    " coalesce(array_position(i.indkey::int2[], a.attnum) + 1 -"
    " array_lower(i.indkey::int2[], 1), 0), coalesce(b.typtype, t.typtype)"
    " FROM pg_catalog.pg_class c"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
    " LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype AND t.typtype = 'd'"
    " LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary"
    " WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
    " AND c.relname <> 'retort_ledger'"
    " ORDER BY c.relname COLLATE \"C\", a.attnum";

constexpr const char* keys_sql =
    "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(k.conname),"
    " pg_get_constraintdef(k.oid), coalesce(obj_description(k.oid, 'pg_constraint'), '')"
    " FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = $1 AND k.contype = 'f' AND k.conparentid = 0"
    " ORDER BY k.oid";

std::string text(const Result& result, int row, int column) {
  return std::string(postgres::detail::value(result, row, column));
}

bool truth(const Result& result, int row, int column) {
  return postgres::detail::value(result, row, column) == "t";
}

void set_integer(Column& column, std::int64_t largest) {
  column.kind = Kind::integer;
  column.largest = largest;
  column.smallest = -largest - 1;
}

void set_kind(Column& column, std::string_view type, bool is_enum, int modifier) {
  if (type == "int2") set_integer(column, INT16_MAX);
  if (type == "int4") set_integer(column, INT32_MAX);
  if (type == "int8") set_integer(column, INT64_MAX);
  if (type == "bool") column.kind = Kind::boolean;
  if (type == "float4") column.kind = Kind::real;
  if (type == "float8") column.kind = Kind::double_precision;
  if (type == "bytea") column.kind = Kind::bytea;
  if (type == "date") column.kind = Kind::date;
  if (type == "uuid") column.kind = Kind::uuid;
  if (type == "text" || type == "citext" || is_enum) column.kind = Kind::text;
  // A declared precision would round on the server: the server is then asked to judge.
  if (modifier < 0) {
    if (type == "timestamp") column.kind = Kind::timestamp;
    if (type == "timestamptz") column.kind = Kind::timestamptz;
    if (type == "time") column.kind = Kind::time;
  }
  constexpr int header = 4;
  if (type == "varchar" || type == "bpchar") {
    column.kind = type == "bpchar" ? Kind::padded_text : Kind::text;
    column.length = modifier < 0 ? 0 : modifier - header;
  }
  if (type == "numeric") {
    column.kind = Kind::numeric;
    if (modifier >= 0) {
      column.precision = ((modifier - header) >> 16) & 0xFFFF;
      column.scale = (((modifier - header) & 0x7FF) ^ 1024) - 1024;
      if (column.scale < 0) column.kind = Kind::other;
    }
  }
}

Column read_column(const Result& rows, int row) {
  Column column;
  column.name = text(rows, row, 2);
  column.type = text(rows, row, 3);
  column.not_null = truth(rows, row, 6);
  column.has_default = truth(rows, row, 7);
  column.generated = truth(rows, row, 8);
  column.sequence = text(rows, row, 9);
  column.key_position = std::atoi(text(rows, row, 10).c_str());
  set_kind(column, postgres::detail::value(rows, row, 4),
           postgres::detail::value(rows, row, 11) == "e", std::atoi(text(rows, row, 5).c_str()));
  return column;
}

// A query with the schema as its only parameter.
Status query(PGconn* connection, const char* sql, const std::string& schema, Result& rows) {
  const char* const values[] = {schema.c_str()};
  rows.reset(PQexecParams(connection, sql, 1, nullptr, values, nullptr, nullptr, 0));
  if (PQresultStatus(rows.get()) == PGRES_TUPLES_OK) return {};
  return failure(connection, rows.get(), "cannot read the target's catalogue");
}

}  // namespace

Code failure_code(PGconn* connection) {
  return PQstatus(connection) == CONNECTION_OK ? Code::sql_error : Code::connection_lost;
}

Status failure(PGconn* connection, const PGresult* result, std::string_view what) {
  const char* const said =
      result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  return Status(failure_code(connection), std::string(what) + ": " + PQerrorMessage(connection))
      .native(0, said == nullptr ? "" : said);
}

Status read_target(PGconn* connection, Target& target) {
  const Result place(
      PQexec(connection,
             "SELECT n.nspname, quote_ident(n.nspname) || '.retort_ledger'"
             " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
             " ON n.oid = c.relnamespace WHERE c.oid = to_regclass('retort_ledger')"));
  if (PQresultStatus(place.get()) != PGRES_TUPLES_OK || PQntuples(place.get()) != 1) {
    return {Code::bad_ledger, "the target has no ledger: it was never upgraded"};
  }
  target.schema = text(place, 0, 0);
  target.ledger = text(place, 0, 1);
  Result rows;
  if (Status status = query(connection, columns_sql, target.schema, rows); !status.ok()) {
    return status;
  }
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    const std::string quoted = text(rows, row, 1);
    if (target.tables.empty() || target.tables.back().quoted != quoted) {
      target.tables.emplace_back();
      target.tables.back().name = text(rows, row, 0);
      target.tables.back().quoted = quoted;
    }
    target.tables.back().columns.push_back(read_column(rows, row));
  }
  if (Status status = query(connection, keys_sql, target.schema, rows); !status.ok()) return status;
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    target.foreign_keys.push_back(
        {text(rows, row, 0), text(rows, row, 1), text(rows, row, 2), text(rows, row, 3)});
  }
  return {};
}

}  // namespace retort::transfer_detail
