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

    readonly property bool reviewing: !shoot.counting && !shoot.one_moment && shoot.taken > 0
    readonly property int turn: Math.max(0, Math.min(reviewing ? shoot.taken - 1 : shoot.taken, shoot.shot_count - 1))
    readonly property list<string> hints: [qsTr("Senyum lebar!"), qsTr("Gaya bebas!"), qsTr("Lebih seru lagi!")]
    readonly property string shot: sheet.shots[turn] ?? ""
    readonly property bool atLens: shoot.number > 0 && shoot.number <= 2

    sheetPlace: places.sheet
    sheetNextSlot: reviewing ? -1 : turn

    ShootPlaces {
        id: places

        window: Qt.size(screen.width, screen.height)
        aspect: screen.sheet.paper?.slot_aspects[screen.turn] ?? 1.5
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
        sourceSize.width: 960
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
    }

    OneMoment {
        anchors.fill: view
        visible: screen.shoot.one_moment || !view.live
    }

    Column {
        x: places.count.x
        y: places.count.y
        width: places.count.width
        spacing: 1 * Theme.unit

        Heading {
            width: parent.width
            color: Theme.paper
            size: 4.6 * Theme.unit
            text: screen.reviewing ? qsTr("Bagus!") : qsTr("Foto %1 dari %2").arg(screen.turn + 1).arg(screen.shoot.shot_count)
        }

        Words {
            width: parent.width
            color: Theme.paperSoft
            text: screen.reviewing || screen.shoot.one_moment ? "" : screen.hints[screen.turn % screen.hints.length]
        }
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
