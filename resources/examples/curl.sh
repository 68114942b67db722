#!/bin/sh
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads prices with curl: sh curl.sh [http://localhost:8000]
set -eu
server=${1:-http://localhost:8000}
server=${server%/}

ask() {
    echo "# GET $1"
    curl --silent --show-error --fail-with-body "$server$1"
    echo
}

ask /api/status
ask '/api/quote?symbol=ACME'
ask '/api/quotes?symbols=ACME,SLOTH'
ask '/api/history?symbol=ACME&limit=5&times=1' # the latest five ticks
ask '/api/history?symbol=ACME&from=1&limit=5'  # the first five, which depend on the seed only
ask '/api/candles?symbol=ACME&interval=1s&limit=3'

# A conditional request: with the ETag of an earlier response, an unchanged one is 304 without a body.
tag=$(curl --silent --output /dev/null --write-out '%header{etag}' "$server/api/instruments")
echo "# the instruments again, if they have changed"
curl --silent --output /dev/null --write-out '%{http_code}\n' --header "If-None-Match: $tag" "$server/api/instruments"

# Three seconds of events. curl then exits with code 28 (timeout), which is not an error here.
echo "# GET /events"
curl --silent --no-buffer --max-time 3 "$server/events?symbols=ACME,SLOTH" || [ $? = 28 ]

# To control the server, on the computer that it runs on:
#     curl --json '{"action":"rate","value":20}' http://localhost:8000/api/control
