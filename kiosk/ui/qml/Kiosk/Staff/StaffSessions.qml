pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Past sessions, the newest first: found by day and hour, or by the picture.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSessionsModel sessions: staff.sessions
    readonly property int columns: Math.max(3, Math.floor(contentWidth / (21 * Theme.unit)))
    readonly property real gap: 2 * Theme.unit

    title: qsTr("Sesi")
    words: sessions.loading ? qsTr("Memuat…") : sessions.failed ? "" : sessions.part !== "" ? sessions.part : qsTr("%n sesi", "", sessions.total)

    Component {
        id: find

        StaffSessionsFind {
            sessions: page.sessions
        }
    }

    Loader {
        width: parent.width
        active: Theme.portrait
        visible: active
        sourceComponent: find
    }

    StaffNotice {
        width: parent.width
        visible: page.sessions.failed
        title: qsTr("Catatan belum bisa dibaca")
        words: qsTr("Booth mencoba lagi sendiri. Tidak ada yang hilang.")
    }

    StaffCalm {
        width: parent.width
        visible: page.sessions.total === 0 && !page.sessions.loading && !page.sessions.failed
        icon: "images"
        title: qsTr("Belum ada sesi")
        words: qsTr("Coba hari atau jam yang lain.")
    }

    Grid {
        width: parent.width
        columns: page.columns
        spacing: page.gap

        Repeater {
            model: page.sessions.rows

            StaffSessionCard {
                required property var modelData

                width: ((parent?.width ?? 0) - (page.columns - 1) * page.gap) / page.columns
                session: modelData
                onTapped: page.staff.open_session(modelData.id)
            }
        }
    }

    Row {
        width: parent.width
        visible: page.sessions.has_older || page.sessions.has_newer
        spacing: page.gap

        StaffButton {
            objectName: "sessionsNewer"
            width: (parent.width - parent.spacing) / 2
            enabled: page.sessions.has_newer
            icon: "chevron-left"
            text: qsTr("Lebih baru")
            onTapped: page.sessions.newer()
        }

        StaffButton {
            objectName: "sessionsOlder"
            width: (parent.width - parent.spacing) / 2
            enabled: page.sessions.has_older
            icon: "chevron-right"
            text: qsTr("Lebih lama")
            onTapped: page.sessions.older()
        }
    }

    actions: Loader {
        width: parent.width
        active: !Theme.portrait
        visible: active
        sourceComponent: find
    }
}
