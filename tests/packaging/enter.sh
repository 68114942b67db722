#!/usr/bin/env bash
# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter.sh FOLDER COMMAND...: runs the command, as root, in the Debian that is in this folder, with the machine's network.
set -euo pipefail
folder=$1
shift
if [ -e /etc/resolv.conf ]; then cp -L /etc/resolv.conf "$folder/etc/resolv.conf"; fi
# The mounts live in a name space of their own, so nothing is left mounted however this ends. Programs find the X servers
# of the machine in a folder of their sockets.
# shellcheck disable=SC2016  # for the inner shell
exec unshare --mount sh -c 'folder=$1
    shift
    mount -t proc proc "$folder/proc" && mount --rbind /dev "$folder/dev" || exit
    if [ -d /tmp/.X11-unix ]; then
        mkdir -p "$folder/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$folder/tmp/.X11-unix" || exit
    fi
    exec chroot "$folder" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM=dumb "$@"' \
    sh "$folder" "$@"
