import QtQuick
import Kiosk

// A question with its chips.
Column {
    id: choice

    required property string title
    default property alias chips: flow.data

    spacing: 1.4 * Theme.unit

    Words {
        text: choice.title
        font.weight: Font.DemiBold
        color: Theme.ink
    }

    Flow {
        id: flow

        width: parent.width
        spacing: 1.6 * Theme.unit
    }
}
