#!/bin/sh
set -e
# Everything that was installed belongs to the package, and libraries belong to people: nothing is left to do.
