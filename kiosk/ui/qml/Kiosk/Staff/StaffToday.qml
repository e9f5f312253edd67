pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What today brought so far: sessions, prints, and the money by each way to pay.
Rectangle {
    id: day

    required property StaffHomeModel home

    height: lines.height + 5 * Theme.unit
    radius: Theme.radius
    color: Theme.wash

    Column {
        id: lines

        x: 3 * Theme.unit
        y: 2.5 * Theme.unit
        width: parent.width - 2 * x
        spacing: 1.6 * Theme.unit

        Item {
            width: parent.width
            height: total.height

            Words {
                text: qsTr("Hari ini")
                color: Theme.ink
                font.weight: Font.ExtraBold
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
            }

            Heading {
                id: total

                anchors.right: parent.right
                text: day.home.sum
                size: 4.6 * Theme.unit
                font.features: ({
                        tnum: 1
                    })
            }
        }

        component Line: Item {
            id: line

            required property string words
            required property string amount

            width: lines.width
            height: 3.8 * Theme.unit

            Words {
                text: line.words
                lineHeight: 1
                font.pixelSize: 2.9 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: line.amount
                color: Theme.ink
                font.weight: Font.DemiBold
                lineHeight: 1
                font.features: ({
                        tnum: 1
                    })
            }
        }

        Repeater {
            model: day.home.taken

            Line {
                required property var modelData

                words: qsTr("%1 · %2").arg(modelData.way).arg(modelData.count)
                amount: modelData.amount
            }
        }

        Rectangle {
            width: parent.width
            height: Math.max(1, 0.15 * Theme.unit)
            color: Theme.rule
        }

        Repeater {
            model: day.home.today

            Line {
                required property var modelData

                words: modelData.title
                amount: modelData.text
            }
        }
    }
}
