-- Templates that need the other tool, with and without variables.
-- --- file migrations/1_a.up.sql
{{if .IsPostgres}}
CREATE TABLE {{.Prefix}}a (x text);
{{- end}}
SELECT {{ .Other }}, {{ .Name | quote }};
-- --- file migrations/1_a.down.sql
DROP TABLE a;
-- --- retort check --layout golang-migrate --variable Prefix=my_
-- --- exit 1
-- --- stderr
migrations/1_a.up.sql:1:1: error: '{{if .IsPostgres}}' of layout 'golang-migrate' cannot be resolved while building [unresolved-variable]
    1 | {{if .IsPostgres}}
      | ^~~~~~~~~~
help: write the SQL that it stands for
migrations/1_a.up.sql:3:1: error: '{{- end}}' of layout 'golang-migrate' cannot be resolved while building [unresolved-variable]
    3 | {{- end}}
      | ^~~~~~~~~
help: write the SQL that it stands for
migrations/1_a.up.sql:4:8: error: '{{ .Other }}' has no value [unresolved-variable]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |        ^~~~~~~~~~
help: give it one:  VARIABLES Other=value
migrations/1_a.up.sql:4:22: error: '{{ .Name | quote }}' of layout 'golang-migrate' cannot be resolved while building [unresolved-variable]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |                      ^~~~~~~~~~
help: write the SQL that it stands for
4 errors generated.
-- --- retort check --layout golang-migrate
-- --- exit 1
-- --- stderr
migrations/1_a.up.sql:1:1: error: unexpected character '{' [syntax]
    1 | {{if .IsPostgres}}
      | ^~
migrations/1_a.up.sql:1:1: error: '{{if .IsPostgres}}' of layout 'golang-migrate' cannot be resolved while building [unresolved-variable]
    1 | {{if .IsPostgres}}
      | ^~~~~~~~~~~~~~~~~~
help: a plain {{ .Name }} gets its value from  VARIABLES Name=value
migrations/1_a.up.sql:1:17: error: unexpected character '}' [syntax]
    1 | {{if .IsPostgres}}
      |                 ^~
migrations/1_a.up.sql:2:14: error: unexpected character '{' [syntax]
    2 | CREATE TABLE {{.Prefix}}a (x text);
      |              ^~
migrations/1_a.up.sql:2:23: error: unexpected character '}' [syntax]
    2 | CREATE TABLE {{.Prefix}}a (x text);
      |                       ^~
migrations/1_a.up.sql:3:1: error: unexpected character '{' [syntax]
    3 | {{- end}}
      | ^~
migrations/1_a.up.sql:3:8: error: unexpected character '}' [syntax]
    3 | {{- end}}
      |        ^~
migrations/1_a.up.sql:4:8: error: unexpected character '{' [syntax]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |        ^~
migrations/1_a.up.sql:4:18: error: unexpected character '}' [syntax]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |                  ^~
migrations/1_a.up.sql:4:22: error: unexpected character '{' [syntax]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |                      ^~
migrations/1_a.up.sql:4:39: error: unexpected character '}' [syntax]
    4 | SELECT {{ .Other }}, {{ .Name | quote }};
      |                                       ^~
11 errors generated.
-- --- retort check --layout golang-migrate --variable Prefix
-- --- exit 2
-- --- stderr
retort: error: --variable 'Prefix' is not NAME=VALUE
help: retort check --help
