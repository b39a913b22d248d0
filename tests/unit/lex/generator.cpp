// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Random SQL. In: a seed; out: scripts whose statement ends are known.
#include "generator.hpp"

#include <algorithm>

namespace retort::compiler::lex::test {

using Choices = std::vector<std::string_view>;

const char* Generator::sqlite_schema() {
  return "CREATE TABLE t (a, b, [c;d], \"e\"\"f;\", `end`, \"g\", create_$1 text);"
         "CREATE TABLE \"u;\" (a, b, [c;d], \"e\"\"f;\", `end`, \"g\", create_$1 text);"
         "CREATE VIEW v AS SELECT * FROM t;";
}

std::string_view Generator::any(const Choices& choices) {
  return choices[below(static_cast<std::uint32_t>(choices.size()))];
}

std::string Generator::comment() {
  static const Choices line = {"-- c\n",           "--\n",       "-- it's; (\n",
                               "-- /* \n",         "--\"END;\n", "-- BEGIN ATOMIC $$\n",
                               "--- migrate:up;\n"};
  static const Choices block = {"/**/",       "/* ; */", "/* ' */", "/* -- */", "/*\"\n;$$*/",
                                "/* END; */", "/***/",   "/* ( */", "/*;/*/"};
  if (one_in(2)) return std::string(any(line));
  std::string_view text = any(block);
  if (!postgres()) return std::string(text);
  if (text == "/*;/*/") return "/*;/*/ ; */ ' */";  // nested
  return std::string(text);
}

std::string Generator::gap() {
  std::string result;
  do {
    result += one_in(12) ? comment() : std::string(any({" ", " ", " ", "\n", "\t", "  ", "\f"}));
  } while (one_in(8));
  return result;
}

std::string Generator::in_case(std::string_view keywords) {
  std::string result(keywords);
  const std::uint32_t style = below(4);
  for (char& byte : result) {
    const bool lower_it = style == 0 || (style == 1 && one_in(2));
    if (lower_it && byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return result;
}

std::string Generator::fill(std::string_view form, int depth) {
  std::string result;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == ' ') {
      if (!result.empty() && result.back() == '-') result += ' ';  // or a comment would begin here
      result += gap();
    } else if (form.substr(i, 3) == "{x}") {
      result += expression(depth + 1);
      i += 2;
    } else if (form.substr(i, 3) == "{c}") {
      result += column();
      i += 2;
    } else if (form.substr(i, 3) == "{q}") {
      result += query(depth + 1);
      i += 2;
    } else if (form.substr(i, 3) == "{t}") {
      result += any({"t", "T", "\"t\"", "\"u;\""});
      i += 2;
    } else {
      result += form[i];
    }
  }
  return result;
}

std::string Generator::content(char quote) {
  static const Choices pieces = {"a",
                                 ";",
                                 "END;",
                                 "--",
                                 "/*",
                                 "*/",
                                 "(",
                                 ")",
                                 "\n",
                                 "BEGIN ",
                                 "ä",
                                 "'",
                                 "\"",
                                 "`",
                                 "$$",
                                 "[",
                                 "x",
                                 " ",
                                 "COPY t FROM stdin;\n",
                                 "\\."};
  std::string result;
  for (std::uint32_t n = below(5); n > 0; --n) {
    const std::string_view piece = any(pieces);
    result += piece;
    if (piece.size() == 1 && piece[0] == quote) result += quote;
  }
  return result;
}

std::string Generator::string_literal() {
  const std::string plain = "'" + content('\'') + "'";
  if (!postgres()) return one_in(6) ? "x'0aFF'" : plain;
  switch (below(8)) {
    case 0:
      return "E'" + content('\'') + std::string(any({"\\'", "\\\\", "\\n", "''"})) + content('\'') +
             "'";
    case 1:
      return "E'a\\';'" + std::string(any({"\n", "\n\t\n", " \n\n  "})) + "'b\\';'";
    case 2: {
      std::string inside = content('\'');
      std::erase(inside, '\\');
      return "U&'\\0061" + inside + "'";
    }
    case 3:
      return std::string(any({"B'0101'", "X'1F'", "b'0'", "x'ff'", "N'a;'"}));
    case 4: {
      const std::string tag(any({"$$", "$a$", "$_B1$", "$ä$"}));
      std::string body = content('\0');
      if ((body + tag).find(tag) != body.size()) std::erase(body, '$');
      return tag + body + tag;
    }
    default:
      return plain;
  }
}

std::string Generator::column() {
  if (postgres()) {
    return std::string(any({"a", "B", "\"c;d\"", "\"e\"\"f;\"", "\"END\"", "t.end", "t.a", "_g$1",
                            "größe", "u.case", "begin", "atomic", "U&\"g;\""}));
  }
  return std::string(
      any({"a", "B", "[c;d]", "\"e\"\"f;\"", "`end`", "t.\"g\"", "create_$1", "t.[end]", "t.a"}));
}

std::string Generator::expression(int depth) {
  static const Choices leaves = {"1", "1.5", ".5", "1e5", "NULL", "2.", "1.5E-3", "'x'"};
  if (depth > 3) return one_in(2) ? std::string(any(leaves)) : column();
  switch (below(9)) {
    case 0:
      return string_literal();
    case 1:
      return fill(in_case("CASE WHEN {x} THEN {x} ELSE {x} END"), depth);
    case 2:
      return fill(in_case("CASE {x} WHEN {x} THEN {x} END"), depth);
    case 3:
      return fill("({x})", depth);
    case 4:
      return fill(any({"{x} + {x}", "{x}||{x}", "(({x}) = ({x}))", "(({x})<>({x}))", "{x} - {x}",
                       "{x}*{x}"}),
                  depth);
    case 5:
      return fill(in_case("(SELECT {x} FROM {t} AS t)"), depth);
    case 6:
      return fill(postgres()
                      ? any({"$1", "{c}::int", "{c}->>'a'", "lower({x})", "a[1:2]", "{x} @> {x}"})
                      : any({"?", "?1", ":a", "@end", "$a", "$a::b", "{c}->>'a'", "lower({x})",
                             "({x})==1"}),
                  depth);
    case 7:
      return column();
    default:
      return std::string(any(leaves));
  }
}

std::string Generator::query(int depth) {
  switch (below(5)) {
    case 0:
      return fill(
          in_case("SELECT {x},{x}") + " " + in_case("FROM {t} AS t") + " " + in_case("WHERE {x}"),
          depth);
    case 1:
      return fill(in_case("SELECT {x} AS \"end\" FROM {t} t"), depth);
    case 2:
      return fill(in_case("WITH w AS (SELECT {x} FROM {t} AS t) SELECT * FROM w"), depth);
    case 3:
      return fill(in_case("SELECT {x} FROM {t} t UNION ALL SELECT {x} FROM {t} t"), depth);
    default:
      return fill(in_case("SELECT {x} FROM {t} t"), depth);
  }
}

std::string Generator::plain_statement() {
  static const Choices common = {"INSERT INTO {t}(a) SELECT {x} FROM {t} t",
                                 "UPDATE {t} AS t SET a = {x} WHERE {x}",
                                 "DELETE FROM {t} AS t WHERE {x}",
                                 "CREATE TABLE n (a int DEFAULT (1),b text CHECK (b <> ';'))",
                                 "CREATE INDEX i ON {t} (a)",
                                 "DROP TABLE IF EXISTS t",
                                 "ALTER TABLE t ADD COLUMN n text",
                                 "BEGIN",
                                 "COMMIT",
                                 "EXPLAIN {q}",
                                 "SAVEPOINT a"};
  static const Choices sqlite = {"END",
                                 "PRAGMA foreign_keys = OFF",
                                 "REPLACE INTO t(a) VALUES (1)",
                                 "EXPLAIN QUERY PLAN {q}",
                                 "CREATE TEMP TABLE n (a)",
                                 "CREATE TABLE trigger(a)"};
  static const Choices of_postgres = {
      "END",
      "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM t; {q} ; )",
      "CREATE RULE r AS ON INSERT TO t DO ALSO ({q};{q})",
      "DO $do$ BEGIN PERFORM ';'; END; $do$",
      "CREATE FUNCTION f(begin int) RETURNS int AS $$;1;$$ LANGUAGE sql",
      "CREATE FUNCTION begin() RETURNS int AS 'a;' LANGUAGE c",
      "COPY t (a,b) TO STDOUT",
      "COPY t FROM 'file;'",
      "CREATE TYPE e AS ENUM ('a;','b')",
      "SELECT 1 end",
      "SELECT a[1],b[1:2] FROM t",
      "COMMENT ON TABLE t IS 'it''s;'",
      "CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
      "GRANT SELECT ON t TO PUBLIC"};
  if (one_in(3)) return query(0);
  std::string_view form = any(common);
  if (one_in(2)) form = any(postgres() ? of_postgres : sqlite);
  // Names and strings in a form are lower case, so that in_case() leaves them alone; "{…}" too.
  return fill(in_case(form), 0);
}

std::string Generator::trigger() {
  std::string text = one_in(4) ? fill(in_case("EXPLAIN QUERY PLAN "), 0) : "";
  text +=
      fill(in_case(any({"CREATE TRIGGER x AFTER INSERT ON t", "CREATE TEMP TRIGGER x DELETE ON t",
                        "CREATE TEMPORARY TRIGGER IF NOT EXISTS x BEFORE UPDATE ON t",
                        "CREATE TRIGGER \"x;\" UPDATE OF a ON t FOR EACH ROW WHEN NEW.a = ';'",
                        "CREATE TRIGGER [end] INSTEAD OF DELETE ON v"})),
           0);
  text += fill(in_case(" BEGIN "), 0);
  for (std::uint32_t n = 1 + below(3); n > 0; --n) {
    static const Choices forms = {
        "INSERT INTO t(a) VALUES (NULL)",        "UPDATE t SET a = CASE WHEN 1 THEN 2 END WHERE b",
        "DELETE FROM t WHERE a = 'END;'",        "SELECT CASE a WHEN 1 THEN 2 END FROM t",
        "SELECT `end`, [c;d], t.\"end\" FROM t", "REPLACE INTO t(a) SELECT 1"};
    text += fill(in_case(any(forms)), 0) + (one_in(3) ? gap() : "") + ";" + gap();
  }
  return text + in_case("END");
}

std::string Generator::routine() {
  std::string text =
      fill(in_case(any({"CREATE FUNCTION f() RETURNS int",
                        "CREATE OR REPLACE FUNCTION f(a int) RETURNS int",
                        "CREATE PROCEDURE begin()", "CREATE OR REPLACE PROCEDURE s.p(a text)",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql"})),
           0);
  text += fill(in_case(" BEGIN ATOMIC "), 0);
  for (std::uint32_t n = below(4); n > 0; --n) {
    text += one_in(3) ? fill(in_case("SELECT CASE WHEN {x} THEN 1 END end"), 0) : query(0);
    text += (one_in(3) ? gap() : "") + ";" + gap();
  }
  return text + in_case("END");
}

std::string Generator::statement() {
  if (one_in(4)) return postgres() ? routine() : trigger();
  return plain_statement();
}

std::string Generator::rows() {
  std::string result = "\n";
  for (std::uint32_t n = below(4); n > 0; --n) {
    std::string row = content('\0');
    std::erase(row, '\n');
    if (row != "\\.") result += row + "\n";
  }
  return result + "\\.\n";
}

Script Generator::script() {
  Script script;
  const auto append = [&](const std::string& text) {
    script.text += text;
    script.without_rows += text;
  };
  for (std::uint32_t n = 1 + below(6); n > 0; --n) {
    append(one_in(2) ? gap() : "");
    if (one_in(8)) append(";" + gap());
    const bool copy = postgres() && one_in(10);
    append(copy ? fill(in_case("COPY {t} (a,b) FROM STDIN"), 0) : statement());
    append(one_in(4) ? gap() : "");
    const bool last = n == 1 && !copy && one_in(3);
    script.ends.push_back(script.text.size());
    if (last) {
      append(gap());
      script.ends.back() = script.text.size();
      break;
    }
    append(";");
    if (!copy) continue;
    const std::string data = rows();
    script.text += data;
    script.without_rows += std::string(data.size(), ' ');
  }
  return script;
}

std::string Generator::mutate(std::string text) {
  // A change could break a code point; the engines' splitters do not mind, the lexer does.
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) >= 0x80) byte = 'a';
  }
  static const Choices pieces = {";",
                                 "'",
                                 "\"",
                                 "$$",
                                 "/*",
                                 "*/",
                                 "--",
                                 "\n",
                                 "(",
                                 ")",
                                 "END",
                                 ";END;",
                                 "CASE",
                                 "BEGIN ATOMIC",
                                 "CREATE TRIGGER ",
                                 "E'",
                                 "\\",
                                 "[",
                                 "]",
                                 "`",
                                 ":",
                                 "$a$",
                                 "?1",
                                 "CREATE ",
                                 "TEMP ",
                                 "EXPLAIN ",
                                 "x'",
                                 "U&'",
                                 "1.",
                                 "@",
                                 "COPY t FROM stdin;"};
  for (std::uint32_t n = 1 + below(3); n > 0 && !text.empty(); --n) {
    const std::size_t at = below(static_cast<std::uint32_t>(text.size()));
    const std::size_t size = 1 + below(4);
    switch (below(5)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, text.substr(at, size));
        break;
      case 2:
        text[at] = static_cast<char>(0x20 + below(0x5F));
        break;
      default:
        text.insert(at, any(pieces));
        break;
    }
  }
  return text;
}

std::string Generator::garbage() {
  static const Choices pieces = {";",
                                 "'",
                                 "\"",
                                 "$$",
                                 "/*",
                                 "*/",
                                 "--",
                                 "\n",
                                 "(",
                                 ")",
                                 " ",
                                 "a",
                                 "1",
                                 "1.",
                                 "$a$",
                                 "\\.",
                                 "\n\\.\n",
                                 "\\x",
                                 "[",
                                 "]",
                                 "`",
                                 ":",
                                 "E'",
                                 "U&'",
                                 "U&\"",
                                 "x'",
                                 "\r",
                                 "\v",
                                 "\xC3",
                                 "\xE4\xBD\xA0",
                                 "{",
                                 "?1",
                                 "COPY t FROM stdin;\n",
                                 "CREATE ",
                                 "TRIGGER ",
                                 "TEMP ",
                                 "FUNCTION ",
                                 "BEGIN ",
                                 "ATOMIC ",
                                 "END",
                                 "EXPLAIN ",
                                 "CASE ",
                                 "\n-- migrate:up\n",
                                 "\n-- migrate:down sqlite postgres\n",
                                 "\n  --migrate:x postgres\n",
                                 "-- retort: a\n",
                                 "-- migrate:up sqlite",
                                 "\\restrict x\n",
                                 "SELECT ",
                                 "+",
                                 "-",
                                 "/",
                                 "*",
                                 "@",
                                 "0x",
                                 "1e",
                                 "$1"};
  std::string text;
  for (std::uint32_t n = below(60); n > 0; --n) {
    text += any(pieces);
    if (one_in(40)) text += static_cast<char>(below(256));
  }
  return text;
}

}  // namespace retort::compiler::lex::test
