import QtQuick
import Kiosk

// One line beside its icon.
Row {
    id: hint

    required property string icon
    required property string words

    spacing: 2.4 * Theme.unit

    Icon {
        id: sign

        name: hint.icon
        size: 5 * Theme.unit
    }

    Words {
        width: hint.width - sign.width - hint.spacing
        anchors.verticalCenter: parent.verticalCenter
        text: hint.words
        lineHeight: 1.1
        color: Theme.ink
    }
}
