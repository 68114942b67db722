#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fresh.sh BARE_DEBIAN.tar [--ccache FOLDER] [root|user]: what README tells a newcomer to do, in a Debian that has nothing
# yet: a clone of what is committed here, then ./dev run and ./dev test by root; in another such Debian ./dev run and
# ./dev test-core by a user, for whom root only runs the commands that ./dev prints. Compiles everything, unless it is
# given a folder of ccache. Takes an hour or more. Needs root, and port 8000.
set -euo pipefail
shopt -s inherit_errexit
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
source=$(readlink -f "$here/../..")
user=1000

say() { printf '== %s  %s\n' "$(date --utc +%H:%M:%S)" "$*"; }
die() { say "FAILED: $1"; exit 1; }

# --- outside: a folder, and a name space of processes and mounts that ends with this script, however it ends ----------

folder=
inside=
clean() {
    if [ -n "$inside" ]; then
        kill -KILL "$inside" 2>/dev/null || true
        wait "$inside" 2>/dev/null || true
    fi
    if [ -n "$folder" ]; then rm -rf --one-file-system "$folder"; fi
    inside=
    folder=
}

outside() {
    local status=0
    folder=$(mktemp --directory /var/tmp/tickertray-fresh-XXXXXX)
    chmod 755 "$folder"
    tar --extract --file="$bare" --directory="$folder"
    # unshare heeds no other signal.
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc \
        "$0" --inside "$folder" "$ccache" "$1" </dev/null &
    inside=$!
    wait "$inside" || status=$?
    inside=
    clean
    [ "$status" = 0 ] || die "$1 ended with exit code $status"
}

# --- inside of that name space ----------------------------------------------------------------------------------------

# enter ID COMMAND...: runs it in the Debian as that user, in the clone.
enter() {
    local id=$1 more=()
    shift
    if [ "$ccache" != none ]; then more+=(CCACHE_DIR=/var/cache/ccache CCACHE_TEMPDIR=/tmp); fi
    if [ "$id" != 0 ]; then more+=(CCACHE_READONLY=1); fi
    if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then more+=("NODE_EXTRA_CA_CERTS=/etc/machine-certificates.crt"); fi
    "$source/tests/packaging/enter.sh" "$folder" setpriv --reuid="$id" --regid="$id" --clear-groups \
        env --chdir="$home/tickertray" HOME="$home" "${more[@]}" "$@"
}

# What every installed system has, and what the machine's way into the net needs.
settle() {
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$folder/etc/hosts"
    if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then
        cp -L "$NODE_EXTRA_CA_CERTS" "$folder/etc/machine-certificates.crt"
    fi
    if [ "$ccache" != none ]; then
        mkdir -p "$folder/var/cache/ccache"
        mount --bind "$ccache" "$folder/var/cache/ccache"
    fi
    chroot "$folder" useradd --create-home --uid $user --shell /bin/bash visitor
    git -c advice.detachedHead=false clone --quiet --no-hardlinks "$source" "$folder$home/tickertray"
}

as_root() {
    home=/root
    settle
    say "root: ./dev run";  enter 0 bash tests/long/visit.sh
    say "root: ./dev test"; enter 0 ./dev test
}

# as_user COMMAND...: the user's, again once root has run the command that it printed; a second one must not come.
as_user() {
    local log=$folder/asked status=0 command
    say "user: $*"
    enter $user "$@" 2>&1 | tee "$log" || status=${PIPESTATUS[0]}
    [ "$status" = 3 ] || return "$status"
    command=$(sed -n "s/^    sudo //p" "$log")
    [ "$(grep -c . <<<"$command")" = 1 ] || die "not one command for root was printed"
    say "root: $command"
    enter 0 env DEBIAN_FRONTEND=noninteractive sh -c "$command"
    say "user: $*, again"
    enter $user "$@"
}

as_ordinary_user() {
    home=/home/visitor
    settle
    chroot "$folder" chown -R visitor: "$home/tickertray"
    as_user bash tests/long/visit.sh
    as_user ./dev test-core
}

if [ "${1:-}" = --inside ]; then
    folder=$2
    ccache=$3
    "$4"
    exit
fi

bare=$(readlink -f "$1")
shift
ccache=none
if [ "${1:-}" = --ccache ]; then
    ccache=$(readlink -f "$2")
    shift 2
fi
[ -z "$(git -C "$source" status --porcelain -- . ':!tests/long/results.md')" ] || say "WHAT IS NOT COMMITTED IS LEFT OUT"
say "what is committed: $(git -C "$source" log -1 --format='%h %s')"
trap clean EXIT
trap 'exit 130' INT TERM HUP
case ${1:-both} in
    root) outside as_root ;;
    user) outside as_ordinary_user ;;
    both) outside as_root; outside as_ordinary_user ;;
    *) die "'$1' is neither root nor user" ;;
esac
say "all went through"
