import QtQuick
import Kiosk

// One thing to know, by its name, in a list of such.
Item {
    id: row

    required property string title
    required property string text
    property bool ill: false

    height: value.height + 3.6 * Theme.unit

    Rectangle {
        y: parent.height - height
        width: parent.width
        height: Math.max(1, 0.15 * Theme.unit)
        color: Theme.rule
    }

    Words {
        width: 28 * Theme.unit
        text: row.title
        font.pixelSize: 2.8 * Theme.unit
        lineHeight: 1.15
        anchors.verticalCenter: parent.verticalCenter
    }

    Icon {
        x: 29 * Theme.unit
        name: "triangle-alert"
        visible: row.ill
        size: 3.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
    }

    Words {
        id: value

        x: (row.ill ? 34 : 29) * Theme.unit
        width: parent.width - x
        text: row.text
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.15
        wrapMode: Text.Wrap
        anchors.verticalCenter: parent.verticalCenter
        font.features: ({
                tnum: 1
            })
    }
}
