#!/bin/sh
# Starts $MICROFICHE_ELECTRON as an ordinary user: Chromium's sandbox refuses to run as root.
# Chromium wants a home of its own to write to; the folder it was started in may be closed to that user.
export HOME="$MICROFICHE_HOME"
export XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache" XDG_DATA_HOME="$HOME/.local/share"
export XAUTHORITY="$HOME/.Xauthority"
unset XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS
cd "$HOME" || exit 1
exec setpriv --reuid="$MICROFICHE_UID" --regid="$MICROFICHE_UID" --clear-groups -- "$MICROFICHE_ELECTRON" "$@"
