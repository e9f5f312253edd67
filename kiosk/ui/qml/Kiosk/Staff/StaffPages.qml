pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The room behind the gate, one page at a time.
Loader {
    id: pages

    required property StaffModel staff

    readonly property var all: ({
            printers: printers,
            search: search,
            confirm: confirm,
            refill: refill,
            calibrate: calibrate,
            remove: remove,
            till: till,
            code: code,
            claim: claim,
            deed: deed,
            shift: shift,
            drawer: drawer,
            camera: camera,
            event: event,
            home: home,
            sessions: sessions,
            session: session,
            complaint: complaint,
            more: more,
            sync: sync,
            about: about,
            showcase: showcase
        })

    sourceComponent: all[staff.page]

    Component {
        id: printers

        StaffPrinters {
            staff: pages.staff
        }
    }
    Component {
        id: search

        StaffSearch {
            staff: pages.staff
        }
    }
    Component {
        id: confirm

        StaffConfirm {
            staff: pages.staff
        }
    }
    Component {
        id: refill

        StaffRefill {
            staff: pages.staff
        }
    }
    Component {
        id: calibrate

        StaffCalibrate {
            staff: pages.staff
        }
    }
    Component {
        id: remove

        StaffRemove {
            staff: pages.staff
        }
    }
    Component {
        id: till

        StaffTill {
            staff: pages.staff
        }
    }
    Component {
        id: code

        StaffCode {
            staff: pages.staff
        }
    }
    Component {
        id: claim

        StaffClaim {
            staff: pages.staff
        }
    }
    Component {
        id: deed

        StaffDeed {
            deed: pages.staff.till.deed
        }
    }
    Component {
        id: shift

        StaffShift {
            staff: pages.staff
        }
    }
    Component {
        id: camera

        StaffCamera {
            staff: pages.staff
        }
    }
    Component {
        id: event

        StaffEvent {
            staff: pages.staff
        }
    }
    Component {
        id: drawer

        StaffDrawer {
            staff: pages.staff
        }
    }
    Component {
        id: home

        StaffHome {
            staff: pages.staff
        }
    }
    Component {
        id: sessions

        StaffSessions {
            staff: pages.staff
        }
    }
    Component {
        id: session

        StaffSession {
            staff: pages.staff
        }
    }
    Component {
        id: more

        StaffMore {
            staff: pages.staff
        }
    }
    Component {
        id: sync

        StaffSync {
            staff: pages.staff
        }
    }
    Component {
        id: about

        StaffAbout {
            staff: pages.staff
        }
    }
    Component {
        id: showcase

        StaffShowcase {
            staff: pages.staff
        }
    }
    Component {
        id: complaint

        StaffDeed {
            deed: pages.staff.complaint
        }
    }
}
