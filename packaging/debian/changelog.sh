#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# changelog.sh REVISION MAINTAINER CHANGELOG.md: the same releases in the form of Debian's changelogs, on standard output.
set -euo pipefail
revision=$1
maintainer=$2
date=
item=
heading='^## \[([0-9.]+)\] - ([0-9-]+)$'

finish_item() {
    # The first line begins with the asterisk, the others below its text; none is longer than 80 characters.
    [ -z "$item" ] || fold --spaces --width=75 <<<"$item" | sed 's/ *$//; 1s/^/  * /; 2,$s/^/    /'
    item=
}
finish_release() {
    finish_item
    [ -z "$date" ] || printf '\n -- %s  %s\n\n' "$maintainer" "$(LC_ALL=C date --utc --rfc-email --date "$date")"
    date=
}

while IFS= read -r line; do
    if [[ $line == '## '* ]]; then
        finish_release
        if [[ $line =~ $heading ]]; then
            date=${BASH_REMATCH[2]}
            printf 'tickertray (%s-%s) unstable; urgency=medium\n\n' "${BASH_REMATCH[1]}" "$revision"
        fi
    elif [ -n "$date" ] && [[ $line == '* '* ]]; then
        finish_item
        item=${line#* }
    elif [ -n "$item" ] && [[ $line == '  '* ]]; then
        item="$item ${line#  }"
    else
        finish_item
    fi
done < <(sed 's/`//g' "$3")
finish_release
