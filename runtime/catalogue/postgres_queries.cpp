// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What is read of a PostgreSQL database (12 or newer), one query for each kind of object. Texts
// come from the server's own pg_get_…def: they are what it understood, not what was typed.
#include "catalogue/postgres_queries.hpp"

namespace retort::catalogue::detail {
namespace {

// What an extension brought is the extension's.
#define NOT_OF_EXTENSION(catalog, oid)                                       \
  " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e WHERE e.classid = " \
  "'pg_catalog." catalog "'::regclass AND e.objid = " oid " AND e.deptype = 'e')"
#define COMMENT_OF(catalog, oid, number)                                  \
  " LEFT JOIN pg_catalog.pg_description comment ON comment.objoid = " oid \
  " AND comment.classoid = 'pg_catalog." catalog "'::regclass AND comment.objsubid = " number
#define CLASSES " FROM s CROSS JOIN n JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid"

constexpr std::string_view schemas =
    "SELECT n.nspname, NULL, comment.description FROM s CROSS JOIN n" COMMENT_OF(
        "pg_namespace", "n.oid", "0") " WHERE n.nspname <> $2" NOT_OF_EXTENSION("pg_namespace",
                                                                                "n.oid");

constexpr std::string_view extensions =
    "SELECT x.extname, NULL FROM s CROSS JOIN pg_catalog.pg_extension x WHERE x.extname <> "
    "'plpgsql'";

constexpr std::string_view types =
    "SELECT n.prefix || t.typname, NULL,"
    " (SELECT string_agg(quote_literal(l.enumlabel), ', ' ORDER BY l.enumsortorder)"
    "  FROM pg_catalog.pg_enum l WHERE l.enumtypid = t.oid),"
    " CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,"
    " CASE WHEN t.typnotnull THEN 'yes' END,"
    " CASE WHEN t.typtype = 'd' THEN t.typdefault END,"
    " CASE WHEN t.typtype = 'c' THEN (SELECT string_agg(quote_ident(a.attname) || ' ' ||"
    "  pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)"
    "  FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0"
    "  AND NOT a.attisdropped) END,"
    " (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r"
    "  WHERE r.rngtypid = t.oid),"
    " comment.description"
    " FROM s CROSS JOIN n JOIN pg_catalog.pg_type t ON t.typnamespace = n.oid"
    " LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid"
    COMMENT_OF("pg_type", "t.oid", "0")
    " WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'"
    "  OR t.typtype = 'b' AND t.typcategory <> 'A')"
    NOT_OF_EXTENSION("pg_type", "t.oid");

// The sequence of an identity column is part of the column.
constexpr std::string_view sequences =
    "SELECT n.prefix || c.relname, ownern.prefix || ownerc.relname, ownera.attname,"
    " pg_catalog.format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin, q.seqmax,"
    " nullif(q.seqcache, 1), CASE WHEN q.seqcycle THEN 'yes' END, comment.description"
    CLASSES
    " JOIN pg_catalog.pg_sequence q ON q.seqrelid = c.oid"
    " LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass"
    "  AND d.objid = c.oid AND d.refclassid = 'pg_catalog.pg_class'::regclass"
    "  AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')"
    " LEFT JOIN pg_catalog.pg_class ownerc ON ownerc.oid = d.refobjid"
    " LEFT JOIN n ownern ON ownern.oid = ownerc.relnamespace"
    " LEFT JOIN pg_catalog.pg_attribute ownera ON ownera.attrelid = d.refobjid"
    "  AND ownera.attnum = d.refobjsubid"
    COMMENT_OF("pg_class", "c.oid", "0")
    " WHERE c.relkind = 'S' AND d.deptype IS DISTINCT FROM 'i'"
    NOT_OF_EXTENSION("pg_class", "c.oid");

// pg_get_functiondef always names the schema.
constexpr std::string_view functions =
    "SELECT n.prefix || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid)"
    " || ')', NULL,"
    " CASE WHEN n.prefix <> '' THEN pg_catalog.pg_get_functiondef(p.oid)"
    " ELSE overlay(pg_catalog.pg_get_functiondef(p.oid) placing '' from"
    "  position(quote_ident(n.nspname) || '.' in pg_catalog.pg_get_functiondef(p.oid))"
    "  for length(quote_ident(n.nspname)) + 1) END,"
    " comment.description"
    " FROM s CROSS JOIN n JOIN pg_catalog.pg_proc p ON p.pronamespace = n.oid" COMMENT_OF(
        "pg_proc", "p.oid", "0") " WHERE p.prokind <> 'a'" NOT_OF_EXTENSION("pg_proc", "p.oid");

constexpr std::string_view aggregates =
    "SELECT n.prefix || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid)"
    " || ')', NULL, pg_catalog.pg_get_function_result(p.oid), a.aggtransfn::text,"
    " nullif(a.aggfinalfn::text, '-'), pg_catalog.format_type(a.aggtranstype, NULL),"
    " a.agginitval, comment.description"
    " FROM s CROSS JOIN n JOIN pg_catalog.pg_proc p ON p.pronamespace = n.oid"
    " JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid" COMMENT_OF(
        "pg_proc", "p.oid", "0") " WHERE p.prokind = 'a'" NOT_OF_EXTENSION("pg_proc", "p.oid");

constexpr std::string_view tables =
    "SELECT n.prefix || c.relname, NULL,"
    " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,"
    " pg_catalog.pg_get_expr(c.relpartbound, c.oid),"
    " (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)"
    "  FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid),"
    " CASE WHEN c.relpersistence = 'u' THEN 'yes' END,"
    " CASE WHEN c.relrowsecurity THEN 'yes' END, CASE WHEN c.relforcerowsecurity THEN 'yes' END,"
    " array_to_string(c.reloptions, ', '),"
    " (SELECT f.srvname FROM pg_catalog.pg_foreign_table t JOIN pg_catalog.pg_foreign_server f"
    "  ON f.oid = t.ftserver WHERE t.ftrelid = c.oid),"
    " CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'i' THEN 'index' END,"
    " comment.description" CLASSES COMMENT_OF(
        "pg_class", "c.oid", "0") " WHERE c.relkind IN ('r', 'p', 'f')" NOT_OF_EXTENSION("pg_class",
                                                                                         "c.oid");

constexpr std::string_view columns =
    "SELECT a.attname, n.prefix || c.relname, pg_catalog.format_type(a.atttypid, a.atttypmod),"
    " CASE WHEN a.attnotnull THEN 'yes' END,"
    " CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END,"
    " CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END,"
    " CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,"
    " CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(l.collname) END,"
    " comment.description" CLASSES
    " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
    " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    " LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation" COMMENT_OF(
        "pg_class", "c.oid",
        "a.attnum") " WHERE c.relkind IN ('r', 'p', 'f')" NOT_OF_EXTENSION("pg_class", "c.oid");

// Those of a partition that come from its parent are the parent's. NOT NULL is the column's.
constexpr std::string_view constraints =
    "SELECT k.conname, n.prefix || coalesce(c.relname, t.typname),"
    " pg_catalog.pg_get_constraintdef(k.oid), comment.description"
    " FROM s CROSS JOIN pg_catalog.pg_constraint k"
    " LEFT JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
    " LEFT JOIN pg_catalog.pg_type t ON t.oid = k.contypid"
    " JOIN n ON n.oid = coalesce(c.relnamespace, t.typnamespace)"
    COMMENT_OF("pg_constraint", "k.oid", "0")
    " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0"
    NOT_OF_EXTENSION("pg_class", "k.conrelid") NOT_OF_EXTENSION("pg_type", "k.contypid");

// The definition begins behind the index's own name, so that two names can be told from two
// indexes.
constexpr std::string_view indexes =
    "SELECT c.relname, n.prefix || r.relname, CASE WHEN i.indisunique THEN 'yes' END,"
    " substr(pg_catalog.pg_get_indexdef(c.oid, 0, true), length('CREATE INDEX ') + 1 +"
    "  length(quote_ident(c.relname)) + 1 + CASE WHEN i.indisunique THEN 7 ELSE 0 END),"
    " CASE WHEN NOT i.indisvalid THEN 'yes' END,"
    " CASE WHEN i.indisclustered THEN 'yes' END, comment.description"
    CLASSES
    " JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
    " JOIN pg_catalog.pg_class r ON r.oid = i.indrelid"
    COMMENT_OF("pg_class", "c.oid", "0")
    " WHERE c.relkind IN ('i', 'I') AND NOT c.relispartition AND r.relkind IN ('r', 'p', 'm')"
    " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid = i.indrelid"
    "  AND k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))"
    NOT_OF_EXTENSION("pg_class", "r.oid");

constexpr std::string_view views =
    "SELECT n.prefix || c.relname, NULL, pg_catalog.pg_get_viewdef(c.oid, true),"
    " CASE WHEN c.relkind = 'm' THEN 'yes' END, array_to_string(c.reloptions, ', '),"
    " comment.description" CLASSES COMMENT_OF(
        "pg_class", "c.oid", "0") " WHERE c.relkind IN ('v', 'm')" NOT_OF_EXTENSION("pg_class",
                                                                                    "c.oid");

constexpr std::string_view triggers =
    "SELECT g.tgname, n.prefix || c.relname, pg_catalog.pg_get_triggerdef(g.oid, true),"
    " CASE g.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END,"
    " comment.description" CLASSES
    " JOIN pg_catalog.pg_trigger g ON g.tgrelid = c.oid AND NOT g.tgisinternal" COMMENT_OF(
        "pg_trigger", "g.oid", "0") " WHERE true" NOT_OF_EXTENSION("pg_trigger", "g.oid");

constexpr std::string_view rules =
    "SELECT r.rulename, n.prefix || c.relname, pg_catalog.pg_get_ruledef(r.oid, true)" CLASSES
    " JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid AND r.rulename <> '_RETURN'"
    " WHERE true" NOT_OF_EXTENSION("pg_class", "c.oid");

constexpr std::string_view policies =
    "SELECT p.polname, n.prefix || c.relname,"
    " CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'"
    "  WHEN 'd' THEN 'delete' ELSE 'all' END,"
    " CASE WHEN NOT p.polpermissive THEN 'yes' END,"
    " (SELECT string_agg(CASE WHEN o.oid = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(o.oid)"
    "  END, ', ') FROM unnest(p.polroles) o(oid)),"
    " pg_catalog.pg_get_expr(p.polqual, c.oid), pg_catalog.pg_get_expr(p.polwithcheck, "
    "c.oid)" CLASSES
    " JOIN pg_catalog.pg_policy p ON p.polrelid = c.oid WHERE true" NOT_OF_EXTENSION("pg_class",
                                                                                     "c.oid");

constexpr std::string_view any_extensions =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_extension WHERE oid >= 16384)";
constexpr std::string_view any_types =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_class c ON"
    " c.oid = t.typrelid WHERE t.oid >= 16384 AND (t.typtype IN ('e', 'd', 'r') OR"
    " c.relkind = 'c' OR t.typtype = 'b' AND t.typcategory <> 'A'))";
constexpr std::string_view any_sequences =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE oid >= 16384 AND relkind = 'S')";
constexpr std::string_view any_functions =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE oid >= 16384)";
constexpr std::string_view any_aggregates =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE oid >= 16384 AND prokind = 'a')";
constexpr std::string_view any_views =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE oid >= 16384 AND relkind IN ('v',"
    " 'm'))";
constexpr std::string_view any_triggers =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_trigger WHERE NOT tgisinternal)";
constexpr std::string_view any_rules =
    "EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite WHERE oid >= 16384 AND rulename <>"
    " '_RETURN')";
constexpr std::string_view any_policies = "EXISTS (SELECT 1 FROM pg_catalog.pg_policy)";

constexpr PostgresQuery queries[] = {
    {Kind::schema, true, {"comment"}, schemas, {}},
    {Kind::extension, true, {}, extensions, any_extensions},
    {Kind::type,
     false,
     {"labels", "type", "not null", "default", "attributes", "subtype", "comment"},
     types,
     any_types},
    {Kind::sequence,
     false,
     {"owner column", "type", "start", "increment", "minimum", "maximum", "cache", "cyclic",
      "comment"},
     sequences,
     any_sequences},
    {Kind::function, false, {"definition", "comment"}, functions, any_functions},
    {Kind::aggregate,
     false,
     {"result", "transition function", "final function", "transition type", "initial value",
      "comment"},
     aggregates,
     any_aggregates},
    {Kind::table,
     false,
     {"partition key", "partition bound", "parent", "unlogged", "row security",
      "forced row security", "options", "foreign server", "replica identity", "comment"},
     tables,
     {}},
    {Kind::column,
     false,
     {"type", "not null", "default", "generated", "identity", "collation", "comment"},
     columns,
     {}},
    {Kind::constraint, false, {"definition", "comment"}, constraints, {}},
    {Kind::index, false, {"unique", "definition", "invalid", "clustered", "comment"}, indexes, {}},
    {Kind::view, false, {"definition", "materialized", "options", "comment"}, views, any_views},
    {Kind::trigger, false, {"definition", "state", "comment"}, triggers, any_triggers},
    {Kind::rule, false, {"definition"}, rules, any_rules},
    {Kind::policy,
     false,
     {"command", "restrictive", "roles", "using", "with check"},
     policies,
     any_policies},
};

}  // namespace

const std::string_view postgres_prologue =
    "WITH s AS MATERIALIZED (SELECT pg_catalog.set_config('search_path', $1, true)),"
    " n AS (SELECT oid, nspname, CASE WHEN nspname = $2 THEN '' ELSE nspname || '.' END AS prefix"
    "  FROM pg_catalog.pg_namespace WHERE nspname = $2 OR $3 = 't' AND nspname !~ '^pg_'"
    "  AND nspname <> 'information_schema') ";

PostgresQueries postgres_queries() noexcept {
  return {queries, queries + sizeof queries / sizeof *queries};
}

}  // namespace retort::catalogue::detail
