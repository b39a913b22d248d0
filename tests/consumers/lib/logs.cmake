# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Counts what a build runs: the tool, the C++ compiler, the linker. Each goes through a small script
# that notes the call. POSIX sh.

# Makes the scripts, and sets log_options for configure() and log_folder for the functions below.
function(make_logging_scripts)
  set(log "${CONSUMER_WORK}/log")
  set(log_folder "${CONSUMER_WORK}" PARENT_SCOPE)
  file(WRITE "${CONSUMER_WORK}/bin/retort" "#!/bin/sh
test \"$1\" = compile || exec '${RETORT_TOOL}' \"$@\"
echo compile >> '${log}.tool'
'${RETORT_TOOL}' \"$@\"
result=$?
echo compiled >> '${log}.done'
exit $result
")
  file(WRITE "${CONSUMER_WORK}/bin/compiler" "#!/bin/sh
echo \"$*\" >> '${log}.cxx'
exec ${CONSUMER_CCACHE} \"$@\"
")
  file(WRITE "${CONSUMER_WORK}/bin/linker" "#!/bin/sh
echo \"$*\" >> '${log}.link'
exec \"$@\"
")
  file(CHMOD "${CONSUMER_WORK}/bin/retort" "${CONSUMER_WORK}/bin/compiler"
    "${CONSUMER_WORK}/bin/linker"
    PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE)
  set(log_options "-DRETORT_EXECUTABLE=${CONSUMER_WORK}/bin/retort"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${CONSUMER_WORK}/bin/compiler"
    "-DCMAKE_CXX_LINKER_LAUNCHER=${CONSUMER_WORK}/bin/linker" PARENT_SCOPE)
endfunction()

function(clear_logs)
  foreach(kind IN ITEMS tool done cxx link)
    file(WRITE "${log_folder}/log.${kind}" "")
  endforeach()
endfunction()

# Compares what ran since clear_logs(): how often the tool, how often the compiler on generated
# code, and how often the linker. A count of "+" means at least once.
function(expect_runs tool cxx link)
  file(STRINGS "${log_folder}/log.tool" tool_runs ENCODING UTF-8)
  file(STRINGS "${log_folder}/log.cxx" cxx_runs ENCODING UTF-8 REGEX "-c .*/retort/[^ ]*\\.cpp")
  file(STRINGS "${log_folder}/log.link" link_runs ENCODING UTF-8)
  foreach(kind IN ITEMS tool cxx link)
    list(LENGTH ${kind}_runs count)
    if(("${${kind}}" STREQUAL "+" AND count EQUAL 0)
        OR (NOT "${${kind}}" STREQUAL "+" AND NOT count EQUAL "${${kind}}"))
      string(JOIN "\n" lines ${${kind}_runs})
      fail("${kind} ran ${count} times, not ${${kind}}:\n${lines}\n${output}")
    endif()
  endforeach()
endfunction()
