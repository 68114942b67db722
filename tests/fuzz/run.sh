#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD_FOLDER SECONDS TARGET: runs a fuzz target on its seeds and on what earlier runs found interesting, which
# stays in the build folder. An input that breaks a property is kept in BUILD_FOLDER/finds and named.
set -euo pipefail
build=$1
seconds=$2
target=$3
seeds=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

most_bytes=4096    # of an input: large ones are tst_hostile_payloads' business
most_seconds=60    # for one input, on a machine that may be busy
most_megabytes=2048

mkdir -p "$build/corpus/$target" "$build/finds"
log=$build/finds/$target.log
options=("-max_total_time=$seconds" "-max_len=$most_bytes" "-timeout=$most_seconds"
    "-rss_limit_mb=$most_megabytes"
    "-artifact_prefix=$build/finds/$target-" -print_final_stats=1)
if [ -e "$seeds/$target.dict" ]; then options+=("-dict=$seeds/$target.dict"); fi

export ASAN_OPTIONS=detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
if "$build/fuzz/fuzz_$target" "${options[@]}" "$build/corpus/$target" "$seeds/corpus/$target" >"$log" 2>&1; then
    printf '  ok %-22s %s inputs\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
    exit
fi
printf '  BROKEN %s; the end of %s:\n' "$target" "$log"
grep -vE '^(#|0x|Base64:)' "$log" | tail -n 40
found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
printf '%s fails on the input %s\n' "$target" "${found:-that is named in the log}"
exit 1
