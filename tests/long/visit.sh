#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a clone of the project, on a Debian that may have nothing else: ./dev run as README tells it, until it serves; then
# asks it for the price, by a name that must resolve, and ends it. Exit code: that of ./dev run.
set -euo pipefail

exec {output}< <(exec ./dev run 2>&1)
program=$!
serves=no
while IFS= read -r -u "$output" line; do
    printf '%s\n' "$line"
    if [[ $line == "Listening on "* ]]; then
        serves=yes
        break
    fi
done
if [ $serves = no ]; then
    wait "$program"
    echo "./dev run ended with exit code 0 and did not serve" >&2
    exit 1
fi

exec {connection}<>/dev/tcp/localhost/8000
printf 'GET /api/quote HTTP/1.1\r\nHost: localhost:8000\r\nConnection: close\r\n\r\n' >&"$connection"
answer=$(cat <&"$connection")
printf '%s\n' "$answer"
kill -TERM "$program"
status=0
wait "$program" || status=$?
cat <&"$output"
[[ $answer == "HTTP/1.1 200 "*'"symbol":"ACME"'*'"price":'* ]] || { echo "that is no price" >&2; exit 1; }
exit $status
