# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# macOS: TickerTray.app, with Qt's libraries in it once it is installed. Nobody has built this yet, see the README.
include(qt_deploy.cmake)

set(icon ${icon_folder}/${id}.icns)
target_sources(tickertray PRIVATE ${icon})
set_source_files_properties(${icon} TARGET_DIRECTORY tickertray PROPERTIES
    GENERATED ON MACOSX_PACKAGE_LOCATION Resources)
add_dependencies(tickertray icons)

# CMake fills in the template's names of the same spelling.
set_target_properties(tickertray PROPERTIES
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in
    MACOSX_BUNDLE_BUNDLE_NAME TickerTray
    MACOSX_BUNDLE_GUI_IDENTIFIER ${id}
    MACOSX_BUNDLE_ICON_FILE ${id}.icns
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
ticker_deploy_qt()
