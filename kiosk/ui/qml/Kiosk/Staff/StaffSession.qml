pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// One past session: the print, what was sold, every step, and what can be done for its guest.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffSessionModel session: staff.session
    readonly property StaffClaimModel claim: session.claim
    readonly property bool offers: session.helping && session.helpable && !(claim?.busy ?? false)

    title: session.loading ? qsTr("Memuat…") : session.helping ? qsTr("Bantu tamu ini") : session.when
    words: session.helping ? qsTr("%1 · sudah tercetak").arg(session.code) : session.loading ? "" : session.words

    Component {
        id: story

        StaffStory {
            session: page.session
        }
    }

    Component {
        id: deeds

        StaffDeeds {
            claim: page.claim
            onChosen: key => page.session.open_deed(key)
        }
    }

    Item {
        width: parent.width
        visible: !page.session.loading
        height: Math.max(sheet.height, facts.height)

        Rectangle {
            id: sheet

            width: (Theme.portrait ? 38 : 42) * Theme.unit
            height: 1.5 * width
            radius: 0.5 * Theme.radius
            color: Theme.wash

            Icon {
                anchors.centerIn: parent
                visible: sheetPicture.status !== Image.Ready
                name: "image"
                size: 9 * Theme.unit
                opacity: 0.5
            }

            Image {
                id: sheetPicture

                anchors.fill: parent
                anchors.margins: Theme.unit
                source: page.session.picture
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                sourceSize.width: width
            }
        }

        Column {
            id: facts

            x: sheet.width + 4 * Theme.unit
            width: parent.width - x
            spacing: 2 * Theme.unit

            StaffFact {
                width: parent.width
                title: qsTr("Kode tamu")
                text: page.session.code
            }

            Repeater {
                model: page.session.facts

                StaffLine {
                    required property var modelData

                    width: facts.width
                    visible: Theme.portrait || !page.offers
                    title: modelData.title
                    text: modelData.text
                }
            }

            Loader {
                width: parent.width
                active: !Theme.portrait
                visible: active
                sourceComponent: page.offers ? deeds : story
            }
        }
    }

    Loader {
        width: parent.width
        active: Theme.portrait
        visible: active
        sourceComponent: story
    }

    actions: [
        StaffProgress {
            width: parent.width
            visible: page.claim?.busy ?? false
            words: qsTr("Sedang dicatat…")
        },
        Loader {
            width: parent.width
            active: Theme.portrait && page.offers
            visible: active
            sourceComponent: deeds
        },
        StaffButton {
            objectName: "sessionHelp"
            width: parent.width
            visible: page.session.helpable && !page.session.helping && !(page.claim?.busy ?? false)
            icon: "hand"
            text: qsTr("Tamu belum puas?")
            onTapped: page.session.help()
        },
        StaffButton {
            objectName: "sessionTill"
            width: parent.width
            visible: page.session.claimed
            icon: "banknote"
            filled: true
            text: qsTr("Bereskan di kasir")
            onTapped: page.staff.till.open_claim(page.session.id)
        },
        StaffButton {
            objectName: "sessionBack"
            width: parent.width
            icon: "arrow-left"
            text: page.session.helping ? qsTr("Tidak jadi") : qsTr("Semua sesi")
            onTapped: page.session.helping ? page.session.leave_help() : page.staff.open_sessions()
        }
    ]
}
