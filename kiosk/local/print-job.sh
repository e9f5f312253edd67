#!/bin/sh
# What the software printer does with a job; ippeveprinter runs it with the received file as $1.
#   BOOTH_TRAY    sheets come out here: one file per copy, whole under its final name
#   BOOTH_FAULTS  while this file names IPP state reasons, one per line, the printer waits with them
#   BOOTH_PACE_S  seconds per sheet
set -eu

# A printer that was switched off prints no more.
if [ -z "${BOOTH_BOUND-}" ]; then
  export BOOTH_BOUND=1
  exec setpriv --pdeathsig KILL -- "$0" "$@"
fi

wait_for_help() {
  shown=
  while [ -s "$BOOTH_FAULTS" ]; do
    reasons=$(tr '\n' ',' <"$BOOTH_FAULTS" | sed 's/,*$//') || break
    if [ "$reasons" != "$shown" ]; then
      [ -z "$shown" ] || echo "STATE: -$shown" >&2
      echo "STATE: +$reasons" >&2
      shown=$reasons
    fi
    sleep 0.1
  done
  [ -z "$shown" ] || echo "STATE: -$shown" >&2
}

put_in_tray() {
  sheet=$(mktemp "$BOOTH_TRAY/.sheet.XXXXXX")
  cp -- "$1" "$sheet"
  mv -- "$sheet" "$BOOTH_TRAY/$(date +%s.%N)-job$IPP_JOB_ID-$2.jpg"
}

copy=1
while [ "$copy" -le "${IPP_COPIES:-1}" ]; do
  wait_for_help
  setpriv --pdeathsig KILL -- sleep "$BOOTH_PACE_S"
  wait_for_help
  put_in_tray "$1" "$copy"
  copy=$((copy + 1))
done
