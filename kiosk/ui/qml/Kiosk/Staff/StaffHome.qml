pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Is it well, and what did today bring. Who waits stands above all.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffHomeModel home: staff.home
    readonly property int troubles: home.ill + staff.printers.needing_hands

    title: !home.known ? qsTr("Memeriksa booth…") : troubles === 0 ? (staff.till.waiting > 0 ? qsTr("Booth-nya baik") : qsTr("Semua baik")) : qsTr("%n perlu dilihat", "", troubles)
    words: !home.known ? "" : home.seconds > 0 ? qsTr("Diperiksa %1 detik lalu").arg(home.seconds) : qsTr("Diperiksa baru saja")

    Component {
        id: day

        StaffToday {
            home: page.home
        }
    }

    StaffOwedNote {
        width: parent.width
        visible: page.staff.till.waiting > 0
        waiting: page.staff.till.waiting
        onTapped: page.staff.till.open_till()
    }

    StaffFreeNote {
        width: parent.width
        visible: page.staff.event_page.free_now
        event: page.staff.event_page
        onTapped: page.staff.open_event()
    }

    Column {
        width: parent.width

        Repeater {
            model: page.staff.printers.rows

            StaffHomePrinter {
                required property StaffCardModel item

                width: parent?.width ?? 0
                card: item
                onMended: page.staff.open_printers()
            }
        }

        StaffCheckRow {
            width: parent.width
            visible: page.staff.printers.count === 0 && page.home.known
            touch: "homePrinter:"
            first: true
            icon: "printer"
            title: qsTr("Printer")
            words: qsTr("Belum ada")
            remedy: qsTr("Pasang printer dulu supaya bisa menjual.")
            mend: qsTr("Pasang")
            well: false
            onMended: page.staff.open_printers()
        }

        Repeater {
            model: page.home.checks

            StaffCheckRow {
                required property var modelData
                required property int index

                width: parent?.width ?? 0
                first: index === 0 && page.staff.printers.needing_hands === 0 && page.staff.printers.count > 0
                touch: "mend:" + modelData.key
                icon: modelData.icon
                title: modelData.title
                words: modelData.words
                age: modelData.age
                well: modelData.well
                remedy: modelData.remedy
                mend: modelData.mend
                onMended: page.staff.mend(modelData.key)
            }
        }
    }

    Loader {
        width: parent.width
        active: Theme.portrait
        visible: active
        sourceComponent: day
    }

    actions: Loader {
        width: parent.width
        active: !Theme.portrait
        visible: active
        sourceComponent: day
    }
}
