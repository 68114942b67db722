#!/bin/sh
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Prices by curl: sh curl.sh [http://localhost:8000]
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
ask '/api/history?symbol=ACME&limit=5&times=1' # the newest five ticks
ask '/api/history?symbol=ACME&from=1&limit=5'  # the first five: the same for the same seed
ask '/api/candles?symbol=ACME&interval=1s&limit=3'

# Only if there is something new: with the entity tag of an earlier answer, status 304 and no body.
tag=$(curl --silent --output /dev/null --write-out '%header{etag}' "$server/api/instruments")
echo "# the instruments again, if they are others"
curl --silent --output /dev/null --write-out '%{http_code}\n' --header "If-None-Match: $tag" "$server/api/instruments"

# Three seconds of events. curl then ends with code 28, which is no failure here.
echo "# GET /events"
curl --silent --no-buffer --max-time 3 "$server/events?symbols=ACME,SLOTH" || [ $? = 28 ]

# To steer the server from the computer that it runs on:
#     curl --json '{"action":"rate","value":20}' http://localhost:8000/api/control
