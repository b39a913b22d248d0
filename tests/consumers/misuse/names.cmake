# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Words of the call; what the chain is called and where it lives.
misuse([[add_migrations(app DIRECTRY sql)]]
  "unknown word 'DIRECTRY'; did you mean 'DIRECTORY'?")
misuse([[add_migrations(app DIRECTORY migrations more)]]
  "DIRECTORY takes one folder, or one for each engine; 'migrations' names no engine as in: DIRECTORY sqlite=migrations/sqlite postgres=migrations/postgres")
misuse([[add_migrations(app DIRECTORY postgres=migrations)]]
  "DIRECTORY 'postgres=migrations': the chain is compiled for sqlite only ENGINES sqlite postgres")
misuse([[add_migrations(app DIRECTORY sqlite=migrations sqlite=migrations)]]
  "DIRECTORY names two folders for sqlite")
misuse([[add_migrations(app DIRECTORY sqlite=nowhere)]]
  "DIRECTORY 'nowhere' does not exist: mkdir -p '${CONSUMER_WORK}/nowhere'")
misuse([[add_migrations(app DIRECTORY)]]
  "DIRECTORY needs a value")
misuse([[add_migrations(app NAME "")]]
  "an empty value after NAME; is a variable unset?")
misuse([[add_migrations(app "")]]
  "an empty argument; is a variable unset?")
misuse([[add_migrations(app NAME a NAME b)]]
  "NAME is given twice")
misuse("add_migrations(app DEFAULT_URL \"sqlite:a\nb\")"
  "a value after DEFAULT_URL holds a line break")

misuse([[add_migrations(nothing)]]
  "there is no target of this name; add it before this call: add_executable(nothing main.cpp)")
misuse([[add_migrations(objects)]]
  "an object library cannot take a chain, its objects would be lost when linking; attach it to the target that links 'objects', or make it a static library: add_library(objects STATIC ...)")
misuse([[add_migrations(imported)]]
  "an imported target is built elsewhere and cannot take a chain; attach it to a library of this build: add_library(imported_migrations INTERFACE) target_link_libraries(imported_migrations INTERFACE imported)")
misuse([[add_migrations(custom)]]
  "a custom target cannot take a chain; attach it to the executable or library that uses it")

misuse([[add_migrations(app NAME "a b")]]
  "NAME 'a b' is not a letter followed by letters, digits, '_', '-' and '.'")
misuse([[add_migrations(1st)]]
  "the target's name cannot be the chain's (a letter, then letters, digits, '_', '-' and '.'); choose one: add_migrations(1st NAME ...)")
misuse([[add_migrations(app NAME one)
add_migrations(other NAME one)]]
  "NAME 'one' is taken by add_migrations(app) in ${CONSUMER_WORK}/call.cmake; a chain belongs to one target: link that one, or choose another NAME")
misuse([[add_custom_target(app-objects)
add_migrations(app)]]
  "the target 'app-objects' exists already; choose another NAME")

misuse([[add_migrations(app DIRECTORY nowhere)]]
  "DIRECTORY 'nowhere' does not exist: mkdir -p '${CONSUMER_WORK}/nowhere'")
misuse([[add_migrations(app DIRECTORY main.cpp)]]
  "DIRECTORY 'main.cpp' is not a folder; for single files there is FILES")
misuse([[add_migrations(app DIRECTORY migrations FILES migrations/0001_words.sql)]]
  "DIRECTORY and FILES exclude each other")
misuse([[add_migrations(app EXCLUDE *.old FILES migrations/0001_words.sql)]]
  "EXCLUDE and FILES exclude each other")
misuse([[add_migrations(app FILES nowhere.sql)]]
  "FILES lists 'nowhere.sql', which does not exist and is not GENERATED")
misuse([[add_migrations(app FILES migrations/0001_words.sql NAMESPAC app)]]
  "FILES lists 'NAMESPAC', which does not exist and is not GENERATED; did you mean 'NAMESPACE'?")
misuse([[add_migrations(app FILES migrations)]]
  "FILES lists the folder 'migrations'; use DIRECTORY")
misuse([[add_migrations(app FILES migrations/0001_words.sql ./migrations/0001_words.sql)]]
  "FILES lists './migrations/0001_words.sql' twice")

misuse([[add_migrations(app NAMESPACE a.b)]]
  "NAMESPACE 'a.b' is not made of identifiers, as in a::b")
misuse([[add_migrations(app NAMESPACE a::class)]]
  "NAMESPACE 'a::class': 'class' cannot be a namespace of a program")
misuse([[add_migrations(app NAMESPACE std)]]
  "NAMESPACE 'std': 'std' cannot be a namespace of a program")
misuse([[add_migrations(app NAMESPACE retort::app)]]
  "NAMESPACE 'retort::app': 'retort' cannot be a namespace of a program")
misuse([[add_migrations(new)]]
  "the chain's name 'new' cannot be its namespace; choose one: add_migrations(new NAMESPACE ...)")

misuse([[add_migrations(app HEADER /abs/migrations.hpp)]]
  "HEADER '/abs/migrations.hpp' is absolute; it is the path to write in #include")
misuse([[add_migrations(app HEADER ../migrations.hpp)]]
  "HEADER '../migrations.hpp' must not hold '.' or '..' as a folder; it is the path to write in #include")
misuse([[add_migrations(app HEADER app/migrations)]]
  "HEADER 'app/migrations' has no suffix of a C++ header: .hpp, .h, .hh, .hxx, .h++")
misuse([[add_migrations(app HEADER "a>b.hpp")]]
  "HEADER 'a>b.hpp' holds a character that cannot stand in #include")
misuse([[add_migrations(app NAME one HEADER m.hpp)
add_migrations(app NAME two HEADER m.hpp)]]
  "HEADER 'm.hpp' is the header of another chain of this target")

misuse([[add_migrations(app OUTPUT_DIR "${CMAKE_CURRENT_SOURCE_DIR}/generated")]]
  "OUTPUT_DIR '${CONSUMER_WORK}/generated' lies in the source tree, which a build does not write to; it is relative to the binary directory")
misuse([[add_migrations(app NAME one OUTPUT_DIR out)
add_migrations(other NAME two OUTPUT_DIR out)]]
  "OUTPUT_DIR 'out' is used by another chain")
misuse([[add_migrations(app SCOPE PRIVAT)]]
  "SCOPE 'PRIVAT' is unknown; did you mean 'PRIVATE'? choose one of: PRIVATE, PUBLIC, INTERFACE")
misuse([[add_migrations(interface SCOPE PUBLIC)]]
  "SCOPE PUBLIC is not possible on an interface library; leave it out, or write SCOPE INTERFACE")
misuse([[add_migrations(app EXPORT_MACRO A-B)]]
  "EXPORT_MACRO 'A-B' is not an identifier")
misuse([[add_migrations(app EXPORT_HEADER export.h)]]
  "EXPORT_HEADER 'export.h' is given without EXPORT_MACRO, the macro that it defines")
