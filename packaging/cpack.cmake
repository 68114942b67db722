# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The Debian package: ./dev package, or the target package of a build folder made by the preset of that name.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tickertray)
set(CPACK_PACKAGE_VENDOR "TickerTray contributors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "local ticker server with a tray icon and a window")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# Debian's own tools take who makes a package from these two; the project itself has no address.
set(CPACK_PACKAGE_CONTACT "TickerTray contributors <contributors@tickertray.invalid>")
if(DEFINED ENV{DEBEMAIL} AND DEFINED ENV{DEBFULLNAME})
    set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()

# A package depends on the libraries of one release of Debian, and an upgrade of the system must replace it.
cmake_host_system_information(RESULT distribution QUERY DISTRIB_ID)
cmake_host_system_information(RESULT release QUERY DISTRIB_VERSION_ID)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(svg_plugins)
if(distribution STREQUAL "debian")
    string(APPEND CPACK_DEBIAN_PACKAGE_RELEASE "~deb${release}")
    # Up to Debian 12 they come with the library.
    if(release GREATER_EQUAL 13)
        set(svg_plugins qt6-svg-plugins)
    endif()
endif()

set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${TICKER_HOMEPAGE})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded by name at run time is not seen by shlibdeps: icons of the desktop's theme, and Wayland.
set(CPACK_DEBIAN_PACKAGE_DEPENDS ${svg_plugins})
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS qt6-wayland)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"TickerTray generates simulated prices and streams them to your own pages and
programs over Socket.IO, WebSocket, server-sent events and HTTP, all on one
local port. No account, no API key, no market hours.
.
A window and a tray icon show the connected clients and change the rate while
it runs, from one tick in 100 seconds to 10,000 per second. It also runs
headless, started by hand or as a systemd user unit. It can play and record
tick files.")

if(TICKER_DEBIAN)
    set(documents ${CMAKE_CURRENT_BINARY_DIR}/debian)
    file(MAKE_DIRECTORY ${documents})
    execute_process(
        COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/debian/changelog.sh
            "${CPACK_DEBIAN_PACKAGE_RELEASE}" "${CPACK_PACKAGE_CONTACT}" ${changelog}
        OUTPUT_FILE ${documents}/changelog COMMAND_ERROR_IS_FATAL ANY)
    compress(${documents}/changelog ${documents}/changelog.Debian.gz)
    compress(${changelog} ${documents}/changelog.gz)
    install(FILES debian/copyright ${documents}/changelog.Debian.gz ${documents}/changelog.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tickertray)
endif()
include(CPack)
