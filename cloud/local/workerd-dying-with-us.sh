#!/bin/sh
exec /usr/bin/setpriv --pdeathsig KILL -- "$PHOTOBOOTH_WORKERD" "$@"
