# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of tickertray's options, for fish.
complete -c tickertray -f
complete -c tickertray -l headless -d 'Run without a window or tray icon'
complete -c tickertray -l bind -x -a '127.0.0.1 ::1 0.0.0.0 localhost' -d 'Listen on this address'
complete -c tickertray -l port -x -d 'Listen on this port'
complete -c tickertray -l interval -x -d 'Interval between ticks in ms'
complete -c tickertray -l rate -x -d 'Ticks per second'
complete -c tickertray -l seed -x -d 'Seed of the generator'
complete -c tickertray -l market -r -F -d 'Load the instruments and their price models'
complete -c tickertray -l replay -r -F -d 'Play ticks or bars from a file'
complete -c tickertray -l speed -x -d 'Playback speed'
complete -c tickertray -l loop -d 'Repeat the file endlessly'
complete -c tickertray -l skip-gaps -d 'Shorten gaps to one second'
complete -c tickertray -l record -r -F -d 'Record all ticks to a file'
complete -c tickertray -l web-root -x -a '(__fish_complete_directories)' -d 'Serve this folder instead of the built-in page'
complete -c tickertray -l ping-interval -x -d 'Heartbeat interval in ms'
complete -c tickertray -l ping-timeout -x -d 'Heartbeat timeout in ms'
complete -c tickertray -l slow-clients -x -a 'conflate drop-oldest disconnect' -d 'Policy for clients that read too slowly'
complete -c tickertray -l log -r -F -d 'Append the activity log to a file'
complete -c tickertray -l duration -x -d 'Exit after this many seconds'
complete -c tickertray -l config -r -F -d 'Use this settings file'
complete -c tickertray -l profile -x -d 'Use a separate, named set of settings'
complete -c tickertray -l hidden -d 'Start minimised to the tray, if there is one'
complete -c tickertray -l version -d 'Print the version'
complete -c tickertray -l help -d 'Print this help'
