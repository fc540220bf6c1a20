#!/bin/sh
# Starts $MICROFICHE_TRACED and writes to $MICROFICHE_STRACE every network call and the end of it and of its children.
exec strace -f -q -e trace=%network -o "$MICROFICHE_STRACE" -- "$MICROFICHE_TRACED" "$@"
