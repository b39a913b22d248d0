-- SPDX-License-Identifier: BSL-1.0
-- SPDX-FileCopyrightText: The retort authors
--
-- The schema of a SQLite database, a line per column, key, constraint and index; types as affinities.
-- CHECKs are only in the text of a table: the names of those that an author wrote.
WITH t(name) AS (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                   AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'retort%')
SELECT 'column ' || t.name || '.' || c.name || ' ' ||
       CASE WHEN c.type LIKE '%INT%' THEN 'INTEGER' WHEN c.type LIKE '%CHAR%' OR c.type LIKE '%TEXT%' THEN 'TEXT'
            WHEN c.type LIKE '%BLOB%' THEN 'BLOB' WHEN c.type LIKE '%REAL%' OR c.type LIKE '%FLOA%' THEN 'REAL'
            ELSE 'NUMERIC' END ||
       CASE WHEN c."notnull" OR c.pk THEN ' NOT NULL' ELSE '' END ||
       coalesce(' DEFAULT ' || CASE upper(c.dflt_value) WHEN 'FALSE' THEN '0' WHEN 'TRUE' THEN '1' WHEN 'NULL' THEN NULL
                               ELSE trim(c.dflt_value, '()') END, '') ||
       CASE WHEN c.pk THEN ' KEY ' || c.pk ELSE '' END
  FROM t JOIN pragma_table_xinfo(t.name) c
UNION ALL
SELECT 'foreign key ' || t.name || ' (' || group_concat(k."from", ', ') || ') -> ' || k."table" || ' delete ' ||
       k.on_delete || ' update ' || k.on_update
  FROM t JOIN pragma_foreign_key_list(t.name) k GROUP BY t.name, k.id
UNION ALL
SELECT 'autoincrement ' || t.name FROM t JOIN sqlite_schema s ON s.name = t.name WHERE s.sql LIKE '%AUTOINCREMENT%'
UNION ALL
SELECT CASE i."unique" WHEN 1 THEN 'unique ' ELSE 'index ' END || CASE i.origin WHEN 'c' THEN i.name || ' ' ELSE '' END || t.name || ' (' ||
       (SELECT group_concat(coalesce(x.name, 'expression') || CASE x.desc WHEN 1 THEN ' DESC' ELSE '' END, ', ')
          FROM pragma_index_xinfo(i.name) x WHERE x.key) || ')' ||
       CASE WHEN i.partial THEN ' ' || (SELECT replace(substr(s.sql, instr(upper(s.sql), 'WHERE')), 'FALSE', 'false')
                                          FROM sqlite_schema s WHERE s.name = i.name) ELSE '' END
  FROM t JOIN pragma_index_list(t.name) i WHERE i.origin <> 'pk'
ORDER BY 1;
