# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
step(with the macro)
configure("${CONSUMER_SOURCE}" build)
output_lacks("Warning")
build(build)
program_prints(build app "acme_store: 0001 0002\n")
build_does_nothing(build)

step(without the macro: a warning, and it is right)
reconfigure(build -DFORGET_MACRO=ON)
output_has_words("add_migrations(store): a shared library with hidden symbols, and no EXPORT_MACRO: its users will not find acme::store::migrations::chain(); give the macro, or write SCOPE PRIVATE")
build(FAILS build)
output_has("undefined reference to `acme::store::migrations::chain()'")
