pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What is owed to one guest, and what staff can do about it.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffTillModel till: staff.till
    readonly property StaffClaimModel claim: till.subject
    readonly property bool quiet: claim === null || claim.busy || claim.going

    title: claim?.code ?? ""
    words: claim ? (Theme.portrait ? claim.words : qsTr("%1 · %2").arg(claim.words).arg(claim.package)) : ""

    Component {
        id: deeds

        StaffDeeds {
            claim: page.claim
            quiet: page.quiet
            onChosen: key => page.till.open_deed(page.claim.id, key)
        }
    }

    StaffNotice {
        width: parent.width
        visible: page.claim?.failed ?? false
        icon: "triangle-alert"
        title: page.claim?.stage_words ?? ""
        words: qsTr("Kembalikan tunai atau lewat transfer.")
    }

    Item {
        width: parent.width
        height: Math.max(sheet.height, facts.height)

        Image {
            id: sheet

            visible: (page.claim?.picture ?? "") !== ""
            // No taller than what is seen of the page: a picture is known by its whole.
            readonly property real widest: (Theme.portrait ? 36 : 40) * Theme.unit

            width: visible ? Math.min(widest, (page.contentHeight - parent.y) / 1.5) : 0
            height: 1.5 * width
            source: page.claim ? page.claim.picture : ""
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize.width: widest
        }

        Column {
            id: facts

            x: sheet.width > 0 ? sheet.width + 4 * Theme.unit : 0
            width: parent.width - x
            spacing: 2.4 * Theme.unit

            Grid {
                id: known

                readonly property real cell: (width - (columns - 1) * columnSpacing) / columns

                width: parent.width
                columns: Theme.portrait ? 1 : 2
                columnSpacing: 2.4 * Theme.unit
                rowSpacing: 2.4 * Theme.unit

                StaffFact {
                    width: known.cell
                    title: qsTr("Yang bisa kembali")
                    visible: text !== ""
                    text: page.claim?.amount ?? ""
                    alarm: true
                }

                StaffFact {
                    width: known.cell
                    title: qsTr("Paket")
                    visible: Theme.portrait
                    text: page.claim?.package ?? ""
                }

                StaffFact {
                    width: known.cell
                    title: qsTr("Sejak %1").arg(page.claim?.since ?? "")
                    text: page.claim?.age ?? ""
                }
            }

            Loader {
                width: parent.width
                active: !Theme.portrait
                visible: active
                sourceComponent: deeds
            }
        }
    }

    StaffProgress {
        width: parent.width
        visible: page.quiet
        words: page.claim?.busy ? qsTr("Sedang dicatat…") : page.claim?.stage_words ?? ""
    }

    actions: [
        Loader {
            width: parent.width
            active: Theme.portrait
            visible: active
            sourceComponent: deeds
        },
        StaffButton {
            objectName: "tillBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.till.open_till()
        }
    ]
}
