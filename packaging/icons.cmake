# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program's icon, drawn by Qt at build time: icons/<side>/<id>.png, icons/<id>.ico and icons/<id>.icns in the build
# folder. The target icons makes them.
add_executable(make_icons icons/make_icons.cpp)
target_link_libraries(make_icons PRIVATE Qt6::Gui Qt6::Svg ticker_options)

set(icon_sides 16 22 24 32 48 64 128 256 512)
set(icon_folder ${CMAKE_CURRENT_BINARY_DIR}/icons)
set(icon_files ${icon_folder}/${id}.ico ${icon_folder}/${id}.icns)
foreach(side IN LISTS icon_sides)
    list(APPEND icon_files ${icon_folder}/${side}/${id}.png)
endforeach()

set(drawings
    ${PROJECT_SOURCE_DIR}/resources/icons/tickertray.svg
    ${PROJECT_SOURCE_DIR}/resources/icons/tray-running.svg)
set(run make_icons)
if(WIN32)
    # Qt's libraries need not be where the system looks for them.
    set(run ${CMAKE_COMMAND} -E env --modify PATH=path_list_prepend:$<TARGET_FILE_DIR:Qt6::Core>
        $<TARGET_FILE:make_icons>)
endif()
add_custom_command(OUTPUT ${icon_files}
    COMMAND ${run} ${drawings} ${id} ${icon_folder}
    DEPENDS make_icons ${drawings}
    COMMENT "Drawing the icons"
    VERBATIM)
add_custom_target(icons ALL DEPENDS ${icon_files})
