# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# cmake -DTOOL=... -DARGUMENTS=... -P: what the target <chain>-revision runs. The message of the new
# migration is $RETORT_MESSAGE, or is asked for on the terminal.
set(message "$ENV{RETORT_MESSAGE}")
if(NOT message AND CMAKE_HOST_UNIX)
  execute_process(COMMAND sh -c [[
    exec 2> /dev/null < /dev/tty || exit 1
    printf 'message of the new migration: ' > /dev/tty
    IFS= read -r line && printf %s "$line"]] OUTPUT_VARIABLE message)
endif()
if(NOT message)
  message(FATAL_ERROR "what the migration does is not said; set RETORT_MESSAGE")
endif()
execute_process(COMMAND "${TOOL}" revision "@${ARGUMENTS}" -m "${message}" RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "retort revision failed")
endif()
