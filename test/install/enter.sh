#!/bin/sh
# enter.sh ROOT COMMAND…: runs a command in the Debian below ROOT, with this machine's devices, processes, network and screen. To be
# called in a mount namespace of its own, with which everything that is mounted here goes away.
set -eu
root=$1
shift
mount --make-rprivate /
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
[ -z "${READ_ONLY-}" ] || mount -t tmpfs -o ro,size=1m tmpfs "$root$READ_ONLY"
exec chroot "$root" "$@"
