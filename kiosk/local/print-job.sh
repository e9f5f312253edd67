#!/bin/sh
# What the software printer does with a job; ippeveprinter runs it with the received file as $1.
# It works in the printer's own folder, BOOTH_PRINTER:
#   tray    sheets come out here: one file per copy, whole under its final name
#   faults  while this file names IPP state reasons, one per line, the printer waits with them
#   left    sheets left; at 0 it waits for paper. Without this file it has no counter
#   loaded  the size of the paper that is in, as in media-col
#   pace    seconds per sheet, read before each; without it BOOTH_PACE_S
# A job named as in look.test prints nothing: the printer tells what its files say.
set -eu

# A printer that was switched off prints no more.
if [ -z "${BOOTH_BOUND-}" ]; then
  export BOOTH_BOUND=1
  exec setpriv --pdeathsig KILL -- "$0" "$@"
fi
cd "$BOOTH_PRINTER"

tell() {
  echo "$*" >&2
}

content() {
  cat "$1" 2>/dev/null || :
}

# The job's paper is not in. A 6×8 roll serves 4×6 as well: the printer cuts it.
is_wrong_media() {
  case ${IPP_MEDIA_COL-} in
    *"$(cat loaded)"*) return 1 ;;
    *"x-dimension=10160 y-dimension=15240"*)
      [ "$(cat loaded)" != "x-dimension=15240 y-dimension=20320" ] ;;
    *x-dimension=*) return 0 ;;
    *) return 1 ;;
  esac
}

reasons() {
  if [ -s faults ]; then
    content faults | tr '\n' ',' | sed 's/,*$//'
  elif [ "$(content left)" = 0 ]; then
    echo media-empty-error
  elif is_wrong_media; then
    echo media-needed-error
  fi
}

show() {
  [ "$shown" != "$1" ] || return 0
  [ -z "$shown" ] || tell "STATE: -$shown"
  [ -z "$1" ] || tell "STATE: +$1"
  shown=$1
}

# ippeveprinter notes a cancellation, but leaves it to this script to stop.
end_if_canceled() {
  if ipptool -tv -d "job=$IPP_JOB_ID" "$IPP_JOB_PRINTER_URI" job-state.test |
    grep -q 'job-state-reasons (.*processing-to-stop-point'; then
    show "" # with media-empty shown, ippeveprinter begins no other job
    exit 0
  fi
}

wait_for_help() {
  found=$(reasons)
  while [ -n "$found" ]; do
    show "$found"
    end_if_canceled
    sleep 0.1
    found=$(reasons)
  done
  show ""
  tell_left
}

tell_left() {
  [ -s left ] || return 0
  tell "ATTR: printer-supply=\"type=inkRibbon;maxcapacity=700;level=$(content left);class=supplyThatIsConsumed;unit=impressions;colorantname=multi;\""
}

# The sheet and its count belong together: nothing slow is between them.
put_in_tray() {
  name=$(date +%s.%N)-job$IPP_JOB_ID-$2.jpg
  sheet=$(mktemp tray/.sheet.XXXXXX)
  cp -- "$1" "$sheet"
  rm -f left.new
  [ ! -s left ] || echo $(($(content left) - 1)) >left.new
  mv -- "$sheet" "tray/$name"
  [ ! -s left.new ] || mv -- left.new left
  tell "ATTR: job-impressions-completed=$2"
  tell_left
}

shown=
tell_left
[ "${IPP_JOB_NAME-}" != kiosk-local-look ] || exit 0
copy=1
while [ "$copy" -le "${IPP_COPIES:-1}" ]; do
  wait_for_help
  pace=$(content pace)
  setpriv --pdeathsig KILL -- sleep "${pace:-$BOOTH_PACE_S}"
  wait_for_help
  end_if_canceled
  put_in_tray "$1" "$copy"
  copy=$((copy + 1))
done
