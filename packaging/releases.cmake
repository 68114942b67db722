# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What CHANGELOG.md says of releases, for the files that repeat it. Can be run by itself, for the metainfo alone:
#     cmake -DCHANGELOG=… -DMETAINFO=….in -DOUTPUT=… [-DTICKER_HOMEPAGE=…] [-DTICKER_SCREENSHOTS=…] -P releases.cmake

# ticker_read_releases(<variable> <file>): "version date version date …", the newest first, but what is unreleased.
function(ticker_read_releases variable file)
    file(READ ${file} text)
    string(REGEX MATCHALL "\n## \\[[0-9]+\\.[0-9]+\\.[0-9]+\\] - [0-9]+-[0-9]+-[0-9]+" headings "${text}")
    string(REGEX REPLACE "\n## \\[([0-9.]+)\\] - ([0-9-]+)" "\\1;\\2" releases "${headings}")
    if(NOT releases)
        message(FATAL_ERROR "${file} has no heading like: ## [1.0.0] - 2026-12-31")
    endif()
    set(${variable} ${releases} PARENT_SCOPE)
endfunction()

# ticker_write_metainfo(<template> <output> <releases>): a version below 1 is a release in development.
function(ticker_write_metainfo template output)
    set(TICKER_RELEASES)
    set(remaining ${ARGN})
    while(remaining)
        list(POP_FRONT remaining version date)
        set(type stable)
        if(version VERSION_LESS 1)
            set(type development)
        endif()
        string(APPEND TICKER_RELEASES "\n    <release version=\"${version}\" date=\"${date}\" type=\"${type}\"/>")
    endwhile()
    # Only addresses on the web are allowed there, and the project has none: who publishes it says where.
    set(TICKER_HOMEPAGE_URL)
    if(TICKER_HOMEPAGE)
        set(TICKER_HOMEPAGE_URL "\n  <url type=\"homepage\">${TICKER_HOMEPAGE}</url>")
    endif()
    set(TICKER_SCREENSHOT_LIST)
    if(TICKER_SCREENSHOTS)
        set(TICKER_SCREENSHOT_LIST "
  <screenshots>
    <screenshot type=\"default\">
      <caption>The window with three clients connected</caption>
      <image type=\"source\">${TICKER_SCREENSHOTS}/window.png</image>
    </screenshot>
    <screenshot>
      <caption>The page that it serves</caption>
      <image type=\"source\">${TICKER_SCREENSHOTS}/page.png</image>
    </screenshot>
  </screenshots>")
    endif()
    configure_file(${template} ${output} @ONLY)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    ticker_read_releases(releases ${CHANGELOG})
    ticker_write_metainfo(${METAINFO} ${OUTPUT} ${releases})
endif()
