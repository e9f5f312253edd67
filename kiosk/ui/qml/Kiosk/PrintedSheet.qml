pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// What will come out of the printer: one print, or two strips side by side.
Item {
    id: sheet

    required property PaperModel paper
    property list<string> shots
    property string picture: ""
    property bool posed: false
    property int nextSlot: -1
    property bool rearranged: false // the shots lie otherwise than on the picture

    readonly property real seam: paper.columns > 1 ? 0.05 : 0 // in widths of the sheet
    readonly property real aspect: paper.columns * paper.aspect / (1 - seam * (paper.columns - 1))

    readonly property real columnWidth: height * paper.aspect

    function columnAt(index: int): real {
        return index * (columnWidth + seam * width);
    }

    height: width / aspect

    Repeater {
        model: sheet.paper.columns

        Strip {
            id: strip

            required property int index

            x: sheet.columnAt(index)
            width: sheet.columnWidth
            height: sheet.height
            paper: sheet.paper
            column: index
            shots: sheet.shots
            picture: sheet.picture
            posed: sheet.posed
            nextSlot: sheet.nextSlot

            MovedShots {
                anchors.fill: parent
                paper: sheet.paper
                shots: sheet.shots
                moved: sheet.rearranged
                settled: strip.settled
            }
        }
    }

    Repeater {
        model: sheet.paper.columns

        Item {
            required property int index

            z: -1
            x: sheet.columnAt(index)
            width: sheet.columnWidth
            height: sheet.height

            Shadow {
            }
        }
    }
}
