#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The project's own rules, which no tool knows. Names each file that breaks one.
# shellcheck disable=SC2317  # the rules are called by name
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit
failed=0

# each TEST PATTERN...: runs the test on every file that is or will be committed; what it prints are complaints.
each() {
    local test=$1 file
    shift
    tests/lint/files.sh "$@" | while IFS= read -r -d '' file; do "$test" "$file"; done
}
# rule TEXT TEST PATTERN...
rule() {
    local text=$1 found
    shift
    found=$(each "$@")
    [ -n "$found" ] || return 0
    printf '%s:\n' "$text"
    printf '%s\n' "$found" | sed 's/^/    /'
    failed=1
}

licence() {
    head -n 5 "$1" | tr -d '\n' | grep -q 'SPDX-FileCopyrightText: .*SPDX-License-Identifier: GPL-3.0-or-later' || echo "$1"
}
pragma_once() { grep -q '^#pragma once$' "$1" || echo "$1"; }
longer_than() { [ "$(wc -l <"$1")" -le "$2" ] || echo "$1: $(wc -l <"$1") lines"; }
lines_400() { longer_than "$1" 400; }
lines_60() { longer_than "$1" 60; }
# In a list of addresses npm only names whom one may give money.
addresses() { grep -HnE '"resolved"|registry *=|://' "$1" | grep -vE '"(url|funding)": |^[^:]*:[0-9]+: *"https:[^"]*",?$'; }
connects_by_name() { grep -HnE '\<(SIGNAL|SLOT)\(' "$1"; }
widgets() { grep -HnE '#include <Q(Widget|Application|MainWindow|Dialog|SystemTrayIcon)>' "$1"; }
# To open a pipe waits, and a device does anything: only these look first, or open what is known.
bare_opens() {
    case $1 in app/base/open_file.cpp | app/base/whole_file.cpp | app/program/startup/console.cpp | app/server/site/web_root*.cpp) return ;; esac
    grep -HnE -e '\<(f|fre|p)open\(|\<std::[io]?fstream\>|(^|[^[:alnum:]_>])::(open|openat|creat|mkfifo)\(' \
        -e '\<open\(.*(QIODevice|QIODeviceBase|QFile)::(ReadOnly|WriteOnly|ReadWrite|Append|NewOnly)' \
        -e '\<(make_unique|make_shared)<Q(Save|Temporary)?File>|\<new Q(Save|Temporary)?File\>' \
        -e '\<Q(Save|Temporary)File\>|\<QSettings\>|\<QFile +[a-z_]+[ ({;]' "$1" | grep -vE '^[^:]*:[0-9]+: *//'
}
# One file may: it escapes what a terminal would obey.
terminal() {
    case $1 in app/program/startup/console.cpp) return ;; esac
    grep -HnE '\<std::(cout|cerr|clog)\>|\<((f|v|vf)?printf|f?puts|f?putc|putchar|fwrite|perror)\(|\<STD(OUT|ERR)_FILENO\>' "$1"
}
trailing_blanks() { grep -nE '[[:blank:]]+$' "$1" | cut -d: -f1 | sed "s|^|$1:|"; }
tabs() { grep -nP '\t' "$1" | cut -d: -f1 | sed "s|^|$1:|"; }

code=('*.cpp' '*.h' '*.h.in' '*.js' '*.css' '*.html' '*.sh' '*.bash' '*.fish' '*CMakeLists.txt' '*.cmake' dev .ci/run)

rule 'without the two SPDX lines at the top' licence "${code[@]}" '*.svg' '*.clang-format' '*.clang-tidy' .editorconfig
rule 'a header without #pragma once' pragma_once '*.h' '*.h.in'
rule 'longer than 400 lines' lines_400 "${code[@]}"
rule 'longer than 60 lines' lines_60 '*main.cpp'
# Which registry npm asks is the business of whoever runs it.
rule 'a download address in an npm file' addresses '*package-lock.json' '*package.json' '*.npmrc'
rule 'connects by name, not by pointer to member' connects_by_name 'app/*' 'ui/*'
rule 'a layer below the window includes widgets' widgets 'app/base/*' 'app/values/*' 'app/protocol/*' 'app/market/*' \
    'app/engine/*' 'app/event_loop/*' 'app/net/*' 'app/server/*'
rule 'opens a file by itself: use open_file.h or whole_file.h' bare_opens 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h'
rule 'writes to the terminal past app/program/startup/console.h' terminal 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h'
rule 'blanks at the end of a line' trailing_blanks "${code[@]}" '*.md'
rule 'a tab' tabs "${code[@]}"

exit $failed
