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

    readonly property real seam: paper.columns > 1 ? 0.05 : 0 // in widths of the sheet
    readonly property real aspect: paper.columns * paper.aspect / (1 - seam * (paper.columns - 1))

    height: width / aspect

    Repeater {
        model: sheet.paper.columns

        Strip {
            required property int index

            x: index * (width + sheet.seam * sheet.width)
            width: sheet.height * sheet.paper.aspect
            height: sheet.height
            paper: sheet.paper
            column: index
            shots: sheet.shots
            picture: sheet.picture
            posed: sheet.posed
            nextSlot: sheet.nextSlot
        }
    }

    Repeater {
        model: sheet.paper.columns

        Item {
            required property int index

            z: -1
            x: index * (width + sheet.seam * sheet.width)
            width: sheet.height * sheet.paper.aspect
            height: sheet.height

            Shadow {
            }
        }
    }
}
