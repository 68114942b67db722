#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# files.sh [PATTERN...]: the files of the project that match one of these, as git has patterns, each ended by a zero byte:
# what is or will be committed, or in a tree that is no checkout of git what is not built or from npm.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
if [ $# = 0 ]; then set -- '*'; fi

if [ -e .git ] && command -v git >/dev/null; then
    # Deleted files stay in git's list until the deletion is committed.
    git ls-files -z --cached --others --exclude-standard -- "$@" | while IFS= read -r -d '' file; do
        if [ -f "$file" ]; then printf '%s\0' "$file"; fi
    done
    exit
fi
wanted=()
for pattern in "$@"; do wanted+=(-o -path "./$pattern"); done
find . \( -path './build*' -o -name node_modules -o -name .git -o -name .cache \) -prune \
    -o -type f \( "${wanted[@]:1}" \) -printf '%P\0'
