pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What staff can do with one printer: four things at once, the rare ones behind the last.
Column {
    id: actions

    required property StaffCardModel card
    required property StaffModel staff

    property bool open: false
    readonly property real tile: (width - 3 * spacing) / 4

    spacing: 1.4 * Theme.unit

    component Tile: StaffButton {
        width: actions.tile
        implicitHeight: (Theme.portrait ? 13.5 : 11.5) * Theme.unit
        upright: true
        enabled: !actions.card.going
    }

    Row {
        spacing: actions.spacing

        Tile {
            objectName: "cardTest:" + actions.card.id
            icon: "image"
            text: qsTr("Cetak tes")
            filled: actions.card.emphasis === "test"
            enabled: actions.card.pages_allowed
            onTapped: actions.card.print_test_page()
        }

        Tile {
            objectName: "cardRefill:" + actions.card.id
            icon: "layers"
            text: qsTr("Isi kertas")
            filled: actions.card.emphasis === "refill"
            onTapped: actions.staff.open_refill(actions.card.id)
        }

        Tile {
            objectName: (actions.card.paused || actions.card.stuck ? "cardResume:" : "cardPause:") + actions.card.id
            icon: actions.card.stuck ? "refresh-cw" : actions.card.paused ? "play" : "pause"
            text: actions.card.stuck ? qsTr("Coba lagi") : actions.card.paused ? qsTr("Lanjutkan") : qsTr("Jeda")
            filled: actions.card.emphasis === "resume"
            onTapped: actions.card.paused || actions.card.stuck ? actions.card.resume() : actions.card.pause()
        }

        Tile {
            objectName: "cardMore:" + actions.card.id
            icon: actions.open ? "x" : "ellipsis"
            text: actions.open ? qsTr("Tutup") : qsTr("Lainnya")
            enabled: true
            onTapped: actions.open = !actions.open
        }
    }

    Row {
        visible: actions.open
        spacing: actions.spacing

        Tile {
            objectName: "cardFirst:" + actions.card.id
            visible: !actions.card.first
            icon: "star"
            text: qsTr("Jadikan utama")
            onTapped: actions.card.make_first()
        }

        Tile {
            objectName: "cardUp:" + actions.card.id
            visible: actions.card.can_move_up
            icon: "arrow-up"
            text: qsTr("Dahulukan")
            onTapped: actions.card.move_up()
        }

        Tile {
            objectName: "cardCalibrate:" + actions.card.id
            icon: "sliders-horizontal"
            text: qsTr("Kalibrasi")
            onTapped: actions.staff.open_calibrate(actions.card.id)
        }

        Tile {
            objectName: "cardRemove:" + actions.card.id
            icon: "trash-2"
            enabled: !actions.card.busy
            text: qsTr("Hapus")
            onTapped: actions.staff.open_remove(actions.card.id)
        }
    }
}
