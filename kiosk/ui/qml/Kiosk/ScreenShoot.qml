pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The live picture, cut as it will be printed, and the sheet that fills with it.
GuestScreen {
    id: screen

    required property ShootModel shoot
    required property SheetModel sheet
    required property LookModel look
    required property LiveFeed live
    property bool running: false

    readonly property bool reviewing: shoot.reviewing
    readonly property int slot: sheet.slots.indexOf(shoot.seq)
    readonly property string shot: sheet.shots[slot] ?? ""
    readonly property bool atLens: shoot.number > 0 && shoot.number <= 2

    sheetPlace: places.sheet
    sheetNextSlot: reviewing ? -1 : slot

    sheetDesk: ShotDesk {
        shoot: screen.shoot
        sheet: screen.sheet
        view: view
    }

    ShootPlaces {
        id: places

        window: Qt.size(screen.width, screen.height)
        aspect: screen.sheet.paper?.slot_aspects[screen.slot] ?? 1.5
        edge: screen.look.lens_edge
    }

    LiveView {
        id: view

        x: places.view.x
        y: places.view.y
        width: places.view.width
        height: places.view.height
        feed: screen.live
        running: screen.running
    }

    Image {
        anchors.fill: view
        source: screen.reviewing ? screen.shot : ""
        sourceSize.width: Theme.shotWidth
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
    }

    CutAway {
        anchors.fill: view
        shown: Qt.rect(places.printed.x - view.x, 0, places.printed.width, places.printed.height)
    }

    OneMoment {
        anchors.fill: view
        visible: screen.shoot.one_moment || !view.live
        some: screen.shoot.seq > 1
    }

    PoseHint {
        x: places.hint.x
        y: places.hint.y
        width: places.hint.width
        height: places.hint.height
        turn: Math.max(0, screen.shoot.seq - 1)
        count: screen.shoot.shot_count
        reviewing: screen.reviewing
        tall: places.hintTall
        visible: (pill.opacity === 0 || places.band === 0) && !screen.shoot.one_moment
    }

    RetakeButton {
        readonly property point place: places.retake(Qt.size(width, height))

        x: place.x
        y: place.y
        shoot: screen.shoot
        room: Theme.portrait ? places.beside.width + 6 * Theme.unit : 60 * Theme.unit
        visible: screen.reviewing && screen.shoot.retakes_left > 0
    }

    LensPill {
        id: pill

        readonly property point place: places.lens(width, height)

        edge: screen.look.lens_edge
        x: place.x
        y: place.y
        opacity: screen.atLens ? 1 : 0
    }

    Countdown {
        number: screen.shoot.number
        middle: screen.atLens ? Qt.point(pill.x + 0.42 * pill.disc, pill.y + pill.height / 2) : places.countdown
        size: screen.atLens ? pill.disc : 40 * Theme.unit
    }
}
