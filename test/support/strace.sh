#!/bin/sh
# Starts $MICROFICHE_TRACED and writes every network call of it and of its children to $MICROFICHE_STRACE.
exec strace -f -qq -e trace=%network -o "$MICROFICHE_STRACE" -- "$MICROFICHE_TRACED" "$@"
