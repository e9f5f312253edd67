pragma ComponentBehavior: Bound

import QtQuick

// How far the print is known to be: side by side in portrait, one below the other in landscape.
// What is over has a tick, what is at hand is bold.
Grid {
    id: steps

    required property string step // a PrintStep
    property bool held: false

    readonly property int at: ["sending", "at-printer", "printing"].indexOf(step)
    readonly property bool along: Theme.portrait

    columns: along ? 3 : 1
    columnSpacing: 2 * Theme.unit
    rowSpacing: 1.2 * Theme.unit

    Repeater {
        model: [qsTr("Dikirim"), qsTr("Bersiap"), qsTr("Dicetak")]

        Item {
            id: one

            required property int index
            required property string modelData
            readonly property bool over: index < steps.at
            readonly property bool now: index === steps.at

            width: steps.along ? (steps.width - 2 * steps.columnSpacing) / 3 : steps.width
            height: 9 * Theme.unit

            Rectangle {
                anchors.fill: parent
                radius: height / 2
                color: one.now ? Theme.marigold : one.over ? Theme.card : "transparent"
                border.width: one.now ? 0 : Theme.hairline
                border.color: Theme.line
            }

            Row {
                x: steps.along ? (one.width - width) / 2 : 3 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
                spacing: 1.2 * Theme.unit

                Icon {
                    name: one.over ? "check" : one.now && steps.held ? "pause" : ["arrow-right", "clock", "printer"][one.index]
                    size: 4 * Theme.unit
                    opacity: one.over || one.now ? 1 : 0.5
                    anchors.verticalCenter: parent.verticalCenter
                }

                Words {
                    text: one.modelData
                    color: one.over || one.now ? Theme.ink : Theme.inkSoft
                    font.weight: one.now ? Font.ExtraBold : Font.DemiBold
                    font.pixelSize: Theme.text
                    lineHeight: 1
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
