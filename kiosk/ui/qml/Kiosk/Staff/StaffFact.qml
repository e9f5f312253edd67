import QtQuick
import Kiosk

// One thing to know: what it is, and how much.
Column {
    id: fact

    required property string title
    required property string text
    property bool alarm: false

    spacing: 0.4 * Theme.unit

    Words {
        width: parent.width
        text: fact.title
        font.pixelSize: Theme.small
        lineHeight: 1.1
    }

    Heading {
        width: parent.width
        text: fact.text
        size: 4.6 * Theme.unit
        color: fact.alarm ? Theme.alarm : Theme.ink
        font.features: ({
                tnum: 1
            })
    }
}
