import QtQuick
import Kiosk

// One thing that a sale needs: how it is, since when, and where it is not well, what mends it. What is
// well takes one line.
Item {
    id: row

    required property string icon
    required property string title
    required property string words
    property string age
    property string remedy
    property string mend
    property bool well: true
    property bool first: false // of what is to be mended
    property bool settled: true // well or ill is a state that a sign shows
    property string touch // its button's name

    signal mended

    readonly property bool brief: mend === "" && remedy === ""

    implicitHeight: Math.max((brief ? 7.6 : 12.4) * Theme.unit, lines.height + (brief ? 2 : 2.8) * Theme.unit)

    Rectangle {
        y: parent.height - height
        width: parent.width
        height: Math.max(1, 0.15 * Theme.unit)
        color: Theme.rule
    }

    Rectangle {
        id: sign

        width: (row.brief ? 5.4 : 7.4) * Theme.unit
        height: width
        radius: row.well ? width / 2 : 0.2 * width
        anchors.verticalCenter: parent.verticalCenter
        color: row.well ? Theme.calmTint : Theme.warnTint

        Icon {
            anchors.centerIn: parent
            name: row.icon
            size: (row.brief ? 3.4 : 4.2) * Theme.unit
        }
    }

    Grid {
        id: lines

        readonly property real name: Math.min(0.3 * row.width, 36 * Theme.unit)

        x: 9.6 * Theme.unit
        width: side.x - x - 1.5 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        columns: row.brief ? 2 : 1
        spacing: (row.brief ? 1.4 : 0.3) * Theme.unit
        verticalItemAlignment: Grid.AlignVCenter

        Words {
            width: row.brief ? lines.name : lines.width
            text: row.title
            font.pixelSize: (row.brief ? 2.8 : 2.6) * Theme.unit
            lineHeight: 1.1
        }

        Words {
            width: row.brief ? lines.width - lines.name - lines.spacing : lines.width
            text: row.words
            color: Theme.ink
            font.weight: Font.DemiBold
            font.pixelSize: (row.brief ? 2.9 : 3.2) * Theme.unit
            lineHeight: 1.1
            font.features: ({
                    tnum: 1
                })
        }

        Words {
            width: lines.width
            visible: text !== ""
            text: row.remedy
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.15
        }
    }

    Row {
        id: side

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.unit

        Words {
            visible: text !== ""
            text: row.age
            font.pixelSize: Theme.small
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            font.features: ({
                    tnum: 1
                })
        }

        Icon {
            name: row.well ? "check" : "triangle-alert"
            visible: row.mend === "" && row.settled
            size: 3.8 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        StaffButton {
            objectName: row.touch
            visible: row.mend !== ""
            text: row.mend
            filled: row.first
            onTapped: row.mended()
        }
    }
}
