# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# ticker_deploy_qt(): where Qt is no part of the system, installing the program also installs the libraries and plug-ins
# of Qt that it needs: by macdeployqt or windeployqt, which Qt's own script calls.
function(ticker_deploy_qt)
    set(result OUTPUT_SCRIPT)
    if(Qt6_VERSION VERSION_LESS 6.5)
        set(result FILENAME_VARIABLE)
    endif()
    qt_generate_deploy_app_script(TARGET tickertray ${result} script NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${script})
endfunction()
