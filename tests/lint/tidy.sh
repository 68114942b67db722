#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tidy.sh BUILD_FOLDER JOBS: clang-tidy on every source of ours that the build compiles. A source that was clean is not
# looked at again until it, any header of ours or the list of checks has changed, for a whole run takes minutes.
set -euo pipefail
build=$1
jobs=$2
stamps=$build/lint
mkdir -p "$stamps"

# sed reads to the end, where head would leave ls to be killed by what it still writes, and with it this script.
newest_header=$(git ls-files -z --cached --others --exclude-standard -- '*.h' '*.clang-tidy' tests/lint/tidy.sh |
    xargs -0 ls -t 2>/dev/null | sed -n 1p)
mapfile -t compiled < <(node -e '
    const { relative } = require("node:path");
    for (const { file } of JSON.parse(require("node:fs").readFileSync(process.argv[1] + "/compile_commands.json")))
        console.log(relative(".", file));' "$build" |
    grep -E '^(app|ui|resources|tests)/.*\.cpp$' | sort -u)

stale=()
for source in "${compiled[@]}"; do
    stamp=$stamps/${source//\//+}
    if ! [ -e "$stamp" ] || [ "$source" -nt "$stamp" ] || [ "$newest_header" -nt "$stamp" ]; then stale+=("$source"); fi
done
echo "${#stale[@]} of ${#compiled[@]} sources to look at"
[ ${#stale[@]} != 0 ] || exit 0

check() {
    local source=$1 build=$2 stamp=$3/${1//\//+} began output
    began=$(mktemp)
    # The flags are written for g++; the lines dropped below only count what was found in other people's headers.
    if output=$(clang-tidy --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option "$source" 2>&1); then
        mv "$began" "$stamp"
        echo "  ok $source"
    else
        rm -f "$began"
        printf '%s\n' "$output" | grep -vE '^[0-9]+ warnings?( and [0-9]+ errors?)? (generated|treated)|^Suppressed|^Use -header-filter'
        return 1
    fi
}
export -f check
printf '%s\0' "${stale[@]}" | xargs -0 -P "$jobs" -I{} bash -c 'check "$@"' bash {} "$build" "$stamps"
