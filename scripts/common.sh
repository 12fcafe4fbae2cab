# shellcheck shell=bash
# What the scripts beside this file share: reporting progress, and installing packages with apt.
# Sourced, never run. Changes to the repository's folder, so that every script can be called from anywhere.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

say() { printf '%s\n' "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# step TEXT COMMAND...: prints one line with the time taken, and the command's output only if it fails.
step() {
  if try_step "$@"; then return 0; fi
  fail "This step failed; its output is above. Put right what it names, and run the script again."
}

# try_step TEXT COMMAND...: the same, but the caller decides what a failure means.
try_step() {
  local text=$1 log begun=$SECONDS
  shift
  log=$(mktemp)
  printf '%s ... ' "$text"
  if ("$@") >"$log" 2>&1 </dev/null; then
    printf '%s\n' "$((SECONDS - begun)) s"
    rm -f "$log"
    return 0
  fi
  printf '%s\n' "failed after $((SECONDS - begun)) s"
  if [ "${BRIEF_FAILURE:-}" = yes ]; then tail -n 2 "$log"; else cat "$log"; fi
  rm -f "$log"
  return 1
}

has_apt() { has apt-get && has apt-cache; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    say "This needs root's rights, and there is no sudo: run as root: $*" >&2
    return 1
  fi
}

# Asks for the password, if any, where the reader can see the question.
ask_for_root() {
  if [ "$(id -u)" != 0 ] && has sudo; then sudo -v; fi
}

apt_refreshed=no
apt_refresh() {
  [ "$apt_refreshed" = no ] || return 0
  apt_refreshed=yes
  ask_for_root
  # An extra package source that does not respond must not stop the rest.
  try_step "Reading the list of system packages" as_root apt-get update || true
}

# apt_offers PACKAGE: whether the system's package sources have it.
apt_offers() {
  has_apt || return 1
  apt_refresh
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep 'Candidate:' | grep -qv '(none)'
}

apt_install() {
  apt_refresh
  step "Installing system packages: $*" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# newer_or_same A B: whether version A is B or later.
newer_or_same() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

# in_wasm_toolchain COMMAND...: runs cargo or Trunk with the Rust that can build for the browser: the default
# one unless scripts/setup had to find another (WASM_TOOLCHAIN in .tools/env).
in_wasm_toolchain() {
  if [ -n "${WASM_TOOLCHAIN:-}" ]; then
    RUSTUP_TOOLCHAIN=$WASM_TOOLCHAIN "$@"
  else
    "$@"
  fi
}
