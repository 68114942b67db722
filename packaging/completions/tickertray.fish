# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of tickertray's options, for fish.
complete -c tickertray -f
complete -c tickertray -l headless -d 'Serve without a window or tray'
complete -c tickertray -l bind -x -a '127.0.0.1 ::1 0.0.0.0 localhost' -d 'Listen on this address'
complete -c tickertray -l port -x -d 'Listen on this port'
complete -c tickertray -l interval -x -d 'Time between two ticks in ms'
complete -c tickertray -l rate -x -d 'Ticks a second'
complete -c tickertray -l seed -x -d 'Start of the tape'
complete -c tickertray -l market -r -F -d 'Instruments and how they move'
complete -c tickertray -l replay -r -F -d 'Play this file of ticks or bars'
complete -c tickertray -l speed -x -d 'How fast to play it'
complete -c tickertray -l loop -d 'Play it again and again'
complete -c tickertray -l skip-gaps -d 'Let no gap in it last longer than a second'
complete -c tickertray -l record -r -F -d 'Record what goes out to this file'
complete -c tickertray -l web-root -x -a '(__fish_complete_directories)' -d 'Serve this folder'
complete -c tickertray -l ping-interval -x -d 'Time between two heartbeats in ms'
complete -c tickertray -l ping-timeout -x -d 'How long a client may take to answer one'
complete -c tickertray -l slow-clients -x -a 'conflate drop-oldest disconnect' -d 'What a slow client gets'
complete -c tickertray -l log -r -F -d 'Add what happens to this file'
complete -c tickertray -l duration -x -d 'End after this many seconds'
complete -c tickertray -l config -r -F -d 'Settings from this file'
complete -c tickertray -l profile -x -d 'Settings of their own'
complete -c tickertray -l hidden -d 'Start in the tray, where there is one'
complete -c tickertray -l version -d 'Print the version'
complete -c tickertray -l help -d 'Print the options'
