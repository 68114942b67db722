# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Windows: the program with icon and version, and beside it the libraries of Qt once it is installed. Nobody has built
# this yet, see the README.
include(qt_deploy.cmake)

set(resources ${CMAKE_CURRENT_BINARY_DIR}/tickertray.rc)
configure_file(windows/tickertray.rc.in ${resources} @ONLY)
target_sources(tickertray PRIVATE ${resources})
add_dependencies(tickertray icons)

# No console is opened for a window; what it prints shows where its output is redirected.
set_target_properties(tickertray PROPERTIES WIN32_EXECUTABLE ON)
ticker_deploy_qt()
