import QtQuick
import Kiosk

// One thing to know, in a line of its own where it is long.
Column {
    id: line

    required property string title
    required property string text

    spacing: 0.3 * Theme.unit

    Words {
        width: parent.width
        text: line.title
        font.pixelSize: Theme.small
        lineHeight: 1.1
    }

    Words {
        width: parent.width
        text: line.text
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.15
        wrapMode: Text.Wrap
        font.features: ({
                tnum: 1
            })
    }
}
