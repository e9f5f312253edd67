pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The event: its name, what is sold for how much, and how long pictures are kept.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffEventModel event: staff.event_page

    title: qsTr("Acara")
    words: !event.may_change ? qsTr("Hanya pemilik yang bisa mengubahnya.") : event.dirty ? qsTr("Belum disimpan. Berlaku mulai tamu berikutnya.") : qsTr("Berlaku mulai tamu berikutnya.")

    StaffNotice {
        objectName: "eventFree"
        width: parent.width
        visible: page.event.free_now
        icon: "heart"
        title: qsTr("Mode gratis menyala")
        words: page.event.free_of_file ? qsTr("Diatur di berkas booth ini.") : page.event.free_since
    }

    Grid {
        id: first

        readonly property real name: Theme.portrait ? width : 0.44 * width

        width: parent.width
        columns: Theme.portrait ? 1 : 2
        columnSpacing: 3 * Theme.unit
        rowSpacing: Theme.gap

        StaffField {
            name: "event"
            width: first.name
            title: qsTr("Nama acara, tercetak di foto")
            longest: page.event.most_letters
            enabled: page.event.may_change
            value: page.event.name
            wrong: page.event.name_wrong
            onTyped: text => page.event.type_name(text)
        }

        StaffChoice {
            width: Theme.portrait ? first.width : first.width - first.name - first.columnSpacing
            title: qsTr("Pembayaran")

            StaffChip {
                objectName: "freeOff"
                enabled: page.event.may_change && !page.event.free_of_file
                text: qsTr("Tamu membayar")
                chosen: !page.event.free
                onTapped: page.event.set_free(false)
            }
            StaffChip {
                objectName: "freeOn"
                enabled: page.event.may_change && !page.event.free_of_file
                text: qsTr("Gratis")
                chosen: page.event.free
                onTapped: page.event.set_free(true)
            }
        }
    }

    Words {
        width: parent.width
        visible: page.event.free_wrong !== ""
        text: page.event.free_wrong
        color: Theme.ink
        font.weight: Font.DemiBold
    }

    Column {
        width: parent.width
        spacing: 1.4 * Theme.unit

        Words {
            width: parent.width
            text: qsTr("Paket. Harga berlaku di semua booth-mu.")
            color: Theme.ink
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }

        Repeater {
            model: page.event.packages

            StaffEventPackage {
                required property StaffPackageModel item

                width: parent?.width ?? 0
                pack: item
                event: page.event
            }
        }
    }

    StaffChoice {
        width: parent.width
        title: qsTr("Simpan foto di booth ini selama")

        Repeater {
            model: page.event.keep_choices

            StaffChip {
                required property int modelData

                objectName: "keep:" + modelData
                enabled: page.event.may_change
                text: modelData === 0 ? qsTr("Selamanya") : qsTr("%n hari", "", modelData)
                chosen: page.event.keep_days === modelData
                onTapped: page.event.keep(modelData)
            }
        }
    }

    Row {
        visible: page.event.keep_days > 0
        spacing: 2 * Theme.unit

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Dihapus setiap hari pukul")
            color: Theme.ink
            lineHeight: 1
        }

        StaffButton {
            objectName: "keepEarlier"
            width: Theme.finger
            icon: "minus"
            enabled: page.event.may_change
            onTapped: page.event.step_hour(-1)
        }

        Heading {
            anchors.verticalCenter: parent.verticalCenter
            text: page.event.keep_at
            size: 5 * Theme.unit
            font.features: ({
                    tnum: 1
                })
        }

        StaffButton {
            objectName: "keepLater"
            width: Theme.finger
            icon: "plus"
            enabled: page.event.may_change
            onTapped: page.event.step_hour(1)
        }
    }

    Words {
        width: parent.width
        visible: page.event.keep_days > 0
        text: qsTr("Hanya foto yang sudah selesai dan sudah aman di cloud yang dihapus.")
        font.pixelSize: 2.8 * Theme.unit
        lineHeight: 1.15
    }

    Words {
        objectName: "keepCloud"
        width: parent.width
        text: qsTr("Halaman tamu punya masa simpan sendiri di cloud, sama untuk semua booth-mu.")
        font.pixelSize: 2.8 * Theme.unit
        lineHeight: 1.15
    }

    actions: [
        StaffButton {
            objectName: "eventSave"
            width: parent.width
            implicitHeight: 15 * Theme.unit
            textSize: Theme.button
            icon: "check"
            filled: true
            visible: page.event.may_change
            enabled: page.event.dirty
            text: qsTr("Simpan")
            onTapped: page.event.save()
        },
        StaffButton {
            objectName: page.event.dirty ? "eventUndo" : "staffBack"
            width: parent.width
            icon: page.event.dirty ? "rotate-ccw" : "arrow-left"
            text: page.event.dirty ? qsTr("Urungkan perubahan") : qsTr("Kembali")
            onTapped: page.event.dirty ? page.event.undo() : page.staff.open_more()
        }
    ]
}
