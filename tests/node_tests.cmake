# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# npm's clients that the tests use are not looked for here: the program can be built without them.
find_program(TICKER_NODE NAMES node nodejs)

# ticker_add_node_test(<name> <file> [PROGRAMS targets...] [TIMEOUT s] [PROCESSORS n] [LABELS l...])
# A file of node's own test runner. It finds each program that it names in a variable, tickertray in TICKERTRAY, and may
# leave files in TICKERTRAY_OUTPUT. TICKER_SANITIZE is set when sanitizers watch the programs.
function(ticker_add_node_test name file)
    cmake_parse_arguments(arg "" "TIMEOUT;PROCESSORS" "LABELS;PROGRAMS" ${ARGN})
    set(environment "TICKERTRAY_OUTPUT=${CMAKE_BINARY_DIR}/screenshots")
    set(needed)
    foreach(program IN LISTS arg_PROGRAMS)
        string(TOUPPER ${program} variable)
        list(APPEND environment "${variable}=$<TARGET_FILE:${program}>")
        list(APPEND needed $<TARGET_FILE:${program}>)
    endforeach()
    if(TICKER_SANITIZE)
        list(APPEND environment "TICKER_SANITIZE=1")
    endif()
    add_test(NAME ${name} COMMAND ${TICKER_NODE} --test ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    if(NOT arg_PROCESSORS)
        set(arg_PROCESSORS 1)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        PROCESSORS ${arg_PROCESSORS}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "${environment}"
        REQUIRED_FILES "${needed}")
endfunction()
