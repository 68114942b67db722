#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [STEP...]: the tests that take hours, or those whose names begin so. Goes on after a step that failed, and ends
# with exit code 1 then. Each step adds a line to results.md and leaves what it printed in build-long/STEP.log.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." || exit
results=tests/long/results.md

# What each step is, in the order in which they run: the short ones first.
declare -A steps=(
    [lint]="./dev lint"
    [asan]="./dev asan"
    [server]="server"
    [page]="watch bench-page 60"
    [window]="watch bench-window 60"
    [fast]="fast"
    [soak]="./dev soak 60"
    [soak-qt]="./dev soak 60 --event-loop qt"
    [packages]="./dev test-packages"
    [debian13]="./dev debian13"
    [fuzz]="./dev fuzz 1800"
    [fresh12]="./dev fresh 12"
    [fresh13]="./dev fresh 13"
)
order=(lint asan server fast page window soak soak-qt packages debian13 fuzz fresh12 fresh13)

# The benchmarks only tell which bound was not met.
# shellcheck disable=SC2317  # called by name
watch() {
    local table
    table=$(./dev "$1" --minutes "$2") || return
    printf '%s\n' "$table"
    ! grep -q 'NOT MET' <<<"$table"
}

# The server that needs no window: built, free of Widgets, and serving for a second.
# shellcheck disable=SC2317  # called by name
server() {
    local folder=build-long/server
    cmake --fresh --preset release -B "$folder" -DTICKER_DESKTOP=OFF && cmake --build "$folder" || return
    ! ldd "$folder/tickertray" | grep -E 'Qt6(Gui|Widgets)' || return
    "$folder/tickertray" --port 0 --duration 1
}

# Ten thousand ticks a second, for five minutes.
# shellcheck disable=SC2317  # called by name
fast() {
    TICKER_FAST_SECONDS=300 ./dev test -R long_fast
}

chosen=()
for step in "${order[@]}"; do
    [ $# != 0 ] || chosen+=("$step")
    for name in "$@"; do
        if [[ $step == "$name"* ]]; then chosen+=("$step"); fi
    done
done
for name in "$@"; do
    if [[ " ${order[*]}" != *" $name"* ]]; then
        echo "there is no step '$name', only: ${order[*]}" >&2
        exit 2
    fi
done

commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
git diff --quiet HEAD -- . ":!$results" 2>/dev/null || commit+=+
failed=0
mkdir -p build-long
for step in "${chosen[@]}"; do
    printf '==== %s  %s: %s\n' "$(date --utc +%H:%M:%S)" "$step" "${steps[$step]}"
    began=$SECONDS
    result=passed
    ${steps[$step]} 2>&1 | tee "build-long/$step.log" || { result=FAILED; failed=1; }
    line="| $(date --utc +%F) | $commit | $step | $result | $(((SECONDS - began + 30) / 60)) |"
    printf '%s\n' "$line" >>"$results"
    printf '%s\n' "$line"
done
exit $failed
