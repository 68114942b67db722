# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# Completion of tickertray's options, for bash. It does not need the bash-completion package.
_tickertray()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} kind=words choices=
    # Bash breaks --option=value into three words.
    if [ "$current" = "=" ]; then
        current=
    elif [ "$previous" = "=" ]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
    case $previous in
        --market | --replay | --inspect | --export | --record | --log | --config) kind="file" ;;
        --web-root) kind="directory" ;;
        --bind) choices="127.0.0.1 ::1 0.0.0.0 localhost" ;;
        --slow-clients) choices="conflate drop-oldest disconnect" ;;
        --bad-rows) choices="skip skip-all stop" ;;
        --date-order) choices="day-first month-first" ;;
        --bars) choices="1s 5s 15s 30s 1m 5m 15m 30m 1h 4h 1d" ;;
        --decimal) choices="point comma" ;;
        --port | --interval | --rate | --seed | --speed | --ping-interval | --ping-timeout | --duration | \
            --profile | --time-zone | --columns | --replay-symbol) ;;
        *)
            choices="--headless --bind --port --interval --rate --seed --market --no-history --replay --inspect --speed
                --loop --skip-gaps --exit-at-end --follow --bad-rows --time-zone --date-order --decimal
                --columns --replay-symbol --export --bars --record --web-root --ping-interval --ping-timeout
                --slow-clients --log --duration --config --profile --hidden --version --help" ;;
    esac
    # Names with blanks stay whole: one candidate a line.
    case $kind in
        words) mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current") ;;
        *)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -A "$kind" -- "$current") ;;
    esac
}
complete -F _tickertray tickertray
