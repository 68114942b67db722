# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What Linux desktops and shells look for.
find_program(TICKER_GZIP gzip)

# compress(<input> <output>): as Debian wants documents, the same bytes whenever it is done.
function(compress input output)
    execute_process(COMMAND ${TICKER_GZIP} -9 --no-name --stdout ${input}
        OUTPUT_FILE ${output} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

install(FILES ${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
ticker_write_metainfo(
    ${CMAKE_CURRENT_SOURCE_DIR}/${id}.metainfo.xml.in ${CMAKE_CURRENT_BINARY_DIR}/${id}.metainfo.xml ${releases})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

set(themed ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/tickertray.svg
    DESTINATION ${themed}/scalable/apps RENAME ${id}.svg)
install(FILES icons/${id}-symbolic.svg DESTINATION ${themed}/symbolic/apps)
foreach(side IN LISTS icon_sides)
    install(FILES ${icon_folder}/${side}/${id}.png DESTINATION ${themed}/${side}x${side}/apps)
endforeach()

# Not CMAKE_INSTALL_LIBDIR: systemd looks for units below lib on every system.
install(FILES tickertray.service DESTINATION lib/systemd/user)

set(completions ${CMAKE_CURRENT_SOURCE_DIR}/completions)
set(zsh_folder ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
if(TICKER_DEBIAN)
    set(zsh_folder ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
endif()
install(FILES ${completions}/tickertray.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME tickertray)
install(FILES ${completions}/_tickertray DESTINATION ${zsh_folder})
install(FILES ${completions}/tickertray.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(manual ${CMAKE_CURRENT_BINARY_DIR}/tickertray.1)
configure_file(tickertray.1.in ${manual} @ONLY)
if(TICKER_DEBIAN)
    compress(${manual} ${manual}.gz)
    set(manual ${manual}.gz)
endif()
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

install(FILES ${PROJECT_SOURCE_DIR}/resources/api/WIRE.md ${PROJECT_SOURCE_DIR}/resources/api/FILES.md
    ${PROJECT_SOURCE_DIR}/resources/api/FILE_FORMATS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/examples DESTINATION ${CMAKE_INSTALL_DOCDIR}
    PATTERN node_modules EXCLUDE PATTERN "build*" EXCLUDE)
