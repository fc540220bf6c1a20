#!/bin/sh
set -e
# Chromium's sandbox for systems that keep ordinary users from making namespaces of their own.
chmod 4755 /opt/Microfiche/chrome-sandbox
