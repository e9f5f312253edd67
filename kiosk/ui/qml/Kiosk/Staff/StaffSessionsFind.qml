pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// When it was: day by day, and the hours in which there were guests.
Column {
    id: find

    required property StaffSessionsModel sessions

    spacing: 1.6 * Theme.unit

    Item {
        width: parent.width
        height: Theme.finger

        StaffButton {
            objectName: "dayEarlier"
            width: 14 * Theme.unit
            height: parent.height
            icon: "chevron-left"
            onTapped: find.sessions.earlier_day()
        }

        Words {
            anchors.centerIn: parent
            text: find.sessions.day
            color: Theme.ink
            font.pixelSize: Theme.button
            font.weight: Font.ExtraBold
            lineHeight: 1
        }

        StaffButton {
            objectName: "dayLater"
            width: 14 * Theme.unit
            height: parent.height
            anchors.right: parent.right
            enabled: !find.sessions.today
            icon: "chevron-right"
            onTapped: find.sessions.later_day()
        }
    }

    Flickable {
        width: parent.width
        height: Math.min(hours.height, (Theme.portrait ? 38 : 50) * Theme.unit)
        contentWidth: width
        contentHeight: hours.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Flow {
            id: hours

            width: parent.width
            spacing: 1.2 * Theme.unit

            StaffHourChip {
                objectName: "hour:all"
                visible: find.sessions.hours.length > 0
                text: qsTr("Semua")
                count: find.sessions.day_total
                chosen: find.sessions.every_hour
                onTapped: find.sessions.choose_hour(-1)
            }

            Repeater {
                model: find.sessions.hours

                StaffHourChip {
                    required property var modelData

                    objectName: "hour:" + modelData.hour
                    text: modelData.words
                    count: modelData.count
                    chosen: modelData.chosen
                    onTapped: find.sessions.choose_hour(modelData.hour)
                }
            }
        }
    }
}
