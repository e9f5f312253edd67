"""Everything that staff can touch, by the ``objectName`` that its QML item has.

These names are stable, as those of the guests' screens are (``kiosk/ui/touch.py``). A name that
ends in a colon is followed by what it is about: a printer's id, a device's uri, a session's id,
a digit.
"""

from __future__ import annotations

CORNER = "staffCorner"  # five taps within three seconds
LEAVE = "staffLeave"
KEY = "pinKey:"
ERASE = "pinErase"
ENTER = "pinEnter"
REPORT_CLOSE = "reportClose"
BACK = "staffBack"

ADD = "staffAdd"
TEST = "cardTest:"
REFILL = "cardRefill:"
PAUSE = "cardPause:"
RESUME = "cardResume:"
MORE = "cardMore:"
FIRST = "cardFirst:"
UP = "cardUp:"
CALIBRATE = "cardCalibrate:"
REMOVE = "cardRemove:"

FOUND = "found:"
SEARCH_AGAIN = "searchAgain"
NAME = "nameChip:"
MEDIA = "mediaChip:"
CONFIRM = "confirmAdd"

PRESET = "preset:"
STEP = "step:"
REFILL_SAVE = "refillSave"

LESS = "less:"
TRACK = "track:"
GREATER = "more:"
CALIBRATE_PRINT = "calibratePrint"
CALIBRATE_SAVE = "calibrateSave"

REMOVE_YES = "removeYes"
REMOVE_NO = "removeNo"

LANGUAGE = "staffLanguage"
TILL = "staffTill"
PRINTERS = "staffPrinters"
CASH_TAKE = "cashTake"  # is held
CASH_OPEN_SHIFT = "cashOpenShift"
CLAIM = "claim:"
TILL_CODE = "tillCode"
TILL_SHIFT = "tillShift"
TILL_BACK = "tillBack"
CODE_KEY = "codeKey:"
CODE_ERASE = "codeErase"
DEED = "deed:"
WHY = "why:"
DEED_CONFIRM = "deedConfirm"  # is held
DEED_BACK = "deedBack"
SHIFT_COUNT = "shiftCount"
DRAWER_KEY = "drawerKey:"
DRAWER_ERASE = "drawerErase"
DRAWER_NOTE = "drawerNote:"
DRAWER_CONFIRM = "drawerConfirm"
DRAWER_BACK = "drawerBack"

CAMERA = "camera:"  # and its source
CAMERA_SEARCH = "cameraSearch"
CAMERA_SHOOT = "cameraShoot"
CROP = "crop:"  # and the package's place
MIRROR_ON = "mirrorOn"
MIRROR_OFF = "mirrorOff"

FIELD = "field:"  # and what it is called: event, price:KEY, extra:KEY
OFFER = "offer:"  # and the package's key
FEWER = "fewer:"  # and the package's key
MORE_COPIES = "moreCopies:"
FREE_ON = "freeOn"
FREE_OFF = "freeOff"
KEEP = "keep:"  # and the days, 0 for ever
KEEP_EARLIER = "keepEarlier"
KEEP_LATER = "keepLater"
EVENT_SAVE = "eventSave"
EVENT_UNDO = "eventUndo"

HOME = "staffHome"
SESSIONS = "staffSessions"
REST = "staffMore"
OWED = "homeOwed"
FREE = "homeFree"
MEND = "mend:"
HOME_PRINTER = "homePrinter:"
SESSION = "session:"
DAY_EARLIER = "dayEarlier"
DAY_LATER = "dayLater"
HOUR = "hour:"
OLDER = "sessionsOlder"
NEWER = "sessionsNewer"
SESSION_HELP = "sessionHelp"
SESSION_TILL = "sessionTill"
SESSION_BACK = "sessionBack"
MORE_CAMERA = "moreCamera"
MORE_EVENT = "moreEvent"
MORE_SHOWCASE = "moreShowcase"
SHOWCASE_CLEAR = "showcaseClear"  # is held
MORE_SYNC = "moreSync"
MORE_ABOUT = "moreAbout"
MORE_BACK = "moreBack"
SYNC_NOW = "syncNow"
COPY_LOGS = "copyLogs"

LICENCE_TYPE = "licenceType"
LICENCE_ANOTHER = "licenceAnother"
SETUP_AGAIN = "setupAgain"
SETUP_LANGUAGE = "setupLanguage"
SETUP_ON = "setupOn"
SETUP_BACK = "setupBack"
SETUP_LATER = "setupLater"
SETUP_KEY = "setupKey:"
SETUP_ENTER = "setupEnter"
SETUP_ERASE = "setupErase"
SETUP_TEST = "setupTest"
SETUP_TEST_AGAIN = "setupTestAgain"
SETUP_SKIP = "setupSkip"
SETUP_CALIBRATE = "setupCalibrate"
SETUP_FINISH = "setupFinish"
