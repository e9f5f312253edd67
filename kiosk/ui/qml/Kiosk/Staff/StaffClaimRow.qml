import QtQuick
import Kiosk
import Kiosk.Models

// One guest who is owed something: the code they show, what happened, since when, how much.
Touchable {
    id: row

    required property StaffClaimModel claim
    readonly property bool pictured: claim.picture !== ""

    objectName: "claim:" + claim.id
    height: Math.max(17 * Theme.unit, lines.height + 4 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.pressed ? Theme.rule : Theme.sheet
        border.width: Math.max(2, 0.22 * Theme.unit)
        border.color: Theme.edge
    }

    Item {
        id: thumb

        x: 2 * Theme.unit
        width: 11 * Theme.unit
        height: 13 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter

        Rectangle {
            anchors.fill: parent
            visible: !row.pictured
            radius: 0.5 * Theme.radius
            color: Theme.wash

            Icon {
                anchors.centerIn: parent
                name: "banknote"
                size: 5 * Theme.unit
            }
        }

        Image {
            anchors.fill: parent
            visible: row.pictured
            source: row.claim.picture
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize.height: 13 * Theme.unit
        }
    }

    Column {
        id: lines

        x: thumb.x + thumb.width + 2.4 * Theme.unit
        width: amount.x - x - 1.5 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.7 * Theme.unit

        Heading {
            width: parent.width
            text: row.claim.code
            size: 5.4 * Theme.unit
            font.letterSpacing: 0.35 * Theme.unit
            font.features: ({
                    tnum: 1
                })
        }

        Words {
            width: parent.width
            text: row.claim.words
            color: Theme.ink
            font.pixelSize: 2.9 * Theme.unit
            lineHeight: 1.1
        }

        Words {
            width: parent.width
            text: row.claim.stage_words || (row.claim.package + " · " + qsTr("sejak %1").arg(row.claim.since))
            color: row.claim.failed ? Theme.alarm : Theme.inkSoft
            font.pixelSize: Theme.small
            lineHeight: 1.1
        }
    }

    Column {
        id: amount

        x: Math.max(0, next.x - width - Theme.unit)
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0.7 * Theme.unit

        Words {
            anchors.right: parent.right
            text: row.claim.amount
            visible: text !== ""
            color: Theme.alarm
            font.weight: Font.ExtraBold
            lineHeight: 1
            font.features: ({
                    tnum: 1
                })
        }

        Words {
            anchors.right: parent.right
            text: row.claim.age
            font.pixelSize: Theme.small
            lineHeight: 1
        }
    }

    Icon {
        id: next

        x: parent.width - width - 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: 4 * Theme.unit
    }
}
