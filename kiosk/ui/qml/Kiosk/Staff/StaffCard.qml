pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// One printer: what it does, what keeps it, its paper, and what staff can do about it.
Rectangle {
    id: frame

    required property StaffCardModel card
    required property StaffModel staff

    signal grown // while its rare actions are shown

    readonly property real pad: (Theme.portrait ? 3 : 2.4) * Theme.unit

    onHeightChanged: {
        if (actions.open)
            grown();
    }

    objectName: "card:" + card.id
    height: body.height + 2 * pad
    radius: Theme.radius
    color: Theme.sheet
    border.width: Math.max(2, (card.doing === "waits" ? 0.5 : 0.22) * Theme.unit)
    border.color: card.doing === "waits" ? Theme.ink : Theme.rule

    Column {
        id: body

        x: frame.pad
        y: frame.pad
        width: parent.width - 2 * frame.pad
        spacing: 2.2 * Theme.unit

        Item {
            width: parent.width
            height: Math.max(head.height, paper.height)

            StaffCardHead {
                id: head

                width: parent.width - paper.width - 2 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
                card: frame.card
            }

            StaffPaper {
                id: paper

                width: (Theme.portrait ? 32 : 30) * Theme.unit
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                card: frame.card
            }
        }

        StaffNotice {
            width: parent.width
            visible: frame.card.cause !== ""
            icon: "hand"
            title: frame.card.cause
            words: frame.card.remedy
        }

        StaffProgress {
            width: parent.width
            visible: frame.card.busy
            words: frame.card.task_words
        }

        StaffCardActions {
            id: actions

            width: parent.width
            card: frame.card
            staff: frame.staff
        }
    }
}
