#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# translations.sh LUPDATE: whether each file of translations has every text of the sources, and no other.
set -euo pipefail
lupdate=$1
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

texts() { grep -E '^ *<(name|source|comment)>' "$1" | sort; }

for file in resources/translations/*.ts; do
    copy=$folder/${file##*/}
    cp "$file" "$copy"
    "$lupdate" -silent -no-obsolete -locations none ui app -ts "$copy"
    if ! diff <(texts "$file") <(texts "$copy"); then
        echo "$file has other texts than the sources; ./dev translations brings them in" >&2
        failed=1
    fi
    if grep -B 3 'type="unfinished"' "$copy"; then
        echo "$file has texts without a translation" >&2
        failed=1
    fi
done
exit $failed
