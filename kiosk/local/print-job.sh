#!/bin/sh
# What the software printer does with a job; ippeveprinter runs it with the received file as $1.
#   BOOTH_TRAY    sheets come out here: one file per copy, whole under its final name
#   BOOTH_FAULTS  while this file names IPP state reasons, one per line, the printer waits with them
#   BOOTH_LEFT    if this file is there, it counts the sheets left, and the printer tells
#   BOOTH_PACE_S  seconds per sheet
set -eu

# A printer that was switched off prints no more.
if [ -z "${BOOTH_BOUND-}" ]; then
  export BOOTH_BOUND=1
  exec setpriv --pdeathsig KILL -- "$0" "$@"
fi

# ippeveprinter notes a cancellation, but leaves it to this script to stop.
end_if_canceled() {
  if ipptool -tv -d "job=$IPP_JOB_ID" "$IPP_JOB_PRINTER_URI" "$(dirname "$0")/job-state.test" |
    grep -q 'job-state-reasons (.*processing-to-stop-point'; then
    [ -z "$shown" ] || echo "STATE: -$shown" >&2
    exit 0
  fi
}

wait_for_help() {
  while [ -s "$BOOTH_FAULTS" ]; do
    reasons=$(tr '\n' ',' <"$BOOTH_FAULTS" | sed 's/,*$//') || break
    if [ "$reasons" != "$shown" ]; then
      [ -z "$shown" ] || echo "STATE: -$shown" >&2
      echo "STATE: +$reasons" >&2
      shown=$reasons
    fi
    end_if_canceled
    sleep 0.1
  done
  [ -z "$shown" ] || echo "STATE: -$shown" >&2
  shown=
}

put_in_tray() {
  sheet=$(mktemp "$BOOTH_TRAY/.sheet.XXXXXX")
  cp -- "$1" "$sheet"
  mv -- "$sheet" "$BOOTH_TRAY/$(date +%s.%N)-job$IPP_JOB_ID-$2.jpg"
}

tell_left() {
  [ -s "$BOOTH_LEFT" ] || return 0
  echo "ATTR: marker-message=\"$(cat "$BOOTH_LEFT") native prints remaining on 4x6\"" >&2
}

count_sheet() {
  [ -s "$BOOTH_LEFT" ] || return 0
  echo $(($(cat "$BOOTH_LEFT") - 1)) >"$BOOTH_LEFT.new"
  mv -- "$BOOTH_LEFT.new" "$BOOTH_LEFT"
}

shown=
copy=1
tell_left
while [ "$copy" -le "${IPP_COPIES:-1}" ]; do
  wait_for_help
  setpriv --pdeathsig KILL -- sleep "$BOOTH_PACE_S"
  wait_for_help
  end_if_canceled
  put_in_tray "$1" "$copy"
  count_sheet
  tell_left
  copy=$((copy + 1))
done
