# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# npm's clients that the tests use are not looked for here: the program can be built without them.
find_program(TICKER_NODE NAMES node nodejs)

# ticker_add_node_test(<name> <file> [TIMEOUT s] [PROCESSORS n] [LABELS l...])
# A file of node's own test runner; it finds the program in TICKERTRAY, the server for conformance suites in
# CONFORMANCE_SERVER, and may leave files in TICKERTRAY_OUTPUT. TICKER_SANITIZE is set when sanitizers watch the program.
function(ticker_add_node_test name file)
    set(environment
        "TICKERTRAY=$<TARGET_FILE:tickertray>"
        "CONFORMANCE_SERVER=$<TARGET_FILE:conformance_server>"
        "TICKERTRAY_OUTPUT=${CMAKE_BINARY_DIR}/screenshots")
    if(TICKER_SANITIZE)
        list(APPEND environment "TICKER_SANITIZE=1")
    endif()
    cmake_parse_arguments(arg "" "TIMEOUT;PROCESSORS" "LABELS" ${ARGN})
    add_test(NAME ${name} COMMAND ${TICKER_NODE} --test ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    if(NOT arg_PROCESSORS)
        set(arg_PROCESSORS 1)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        PROCESSORS ${arg_PROCESSORS}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "${environment}")
endfunction()
