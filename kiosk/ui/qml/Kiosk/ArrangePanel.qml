import QtQuick
import Kiosk.Models

// Below the sheet: the frames and the colours, one question at a time; for a selected shot what
// can be done with it. Always as high as the highest, so that the sheet stays where it is.
Item {
    id: panel

    required property ArrangeModel arrange
    required property LooksModel looks
    required property TemplatesModel templates
    required property SheetModel sheet
    required property real room

    property bool colours: false // the second question

    readonly property bool framed: templates.cards.length > 1
    readonly property bool coloured: looks.cards.length > 0
    readonly property bool both: framed && coloured
    readonly property bool choice: framed || coloured
    readonly property bool holding: arrange.selected >= 0
    readonly property real tabs: both ? Theme.least + 0.8 * Theme.gap : 0

    height: both ? room : Math.max(looksStrip.height, framed ? Math.min(room, 34 * Theme.unit) : 0, 12 * Theme.unit)
    onVisibleChanged: colours = false // for the next guest

    Rectangle {
        width: parent.width
        height: Theme.least
        radius: Theme.radius
        color: Theme.line
        visible: panel.both && !panel.holding

        Tab {
            objectName: "tabTemplates"
            width: parent.width / 2
            height: parent.height
            text: qsTr("Bingkai")
            icon: "image"
            current: !panel.colours
            onTapped: panel.colours = false
        }

        Tab {
            objectName: "tabLooks"
            x: parent.width / 2
            width: parent.width / 2
            height: parent.height
            text: qsTr("Warna")
            icon: "palette"
            current: panel.colours
            onTapped: panel.colours = true
        }
    }

    TemplateStrip {
        y: panel.tabs
        width: parent.width
        height: parent.height - y
        templates: panel.templates
        sheet: panel.sheet
        visible: panel.framed && !panel.colours && !panel.holding
    }

    LookStrip {
        id: looksStrip

        y: panel.tabs
        width: parent.width
        room: panel.room - y
        looks: panel.looks
        visible: panel.coloured && (panel.colours || !panel.framed) && !panel.holding
    }

    SlotActions {
        anchors.bottom: parent.bottom
        width: parent.width
        height: parent.height
        arrange: panel.arrange
        visible: panel.holding
    }
}
