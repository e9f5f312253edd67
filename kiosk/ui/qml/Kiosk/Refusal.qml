import QtQuick

// Why something was not taken, on marigold; a quiet word of help where nothing was refused.
Item {
    id: refusal

    required property string text
    property string otherwise: ""

    readonly property bool refused: text !== ""

    height: Math.max(6.4 * Theme.unit, words.height + 2 * Theme.unit)

    Rectangle {
        anchors.fill: parent
        radius: 0.5 * Theme.radius
        color: Theme.marigold
        visible: refusal.refused
    }

    Icon {
        id: sign

        x: 2 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: "circle-alert"
        onDark: Theme.marigoldDark
        size: 3.6 * Theme.unit
        visible: refusal.refused
    }

    Words {
        id: words

        x: refusal.refused ? sign.x + sign.width + 1.4 * Theme.unit : 0
        width: parent.width - x - (refusal.refused ? 2 * Theme.unit : 0)
        anchors.verticalCenter: parent.verticalCenter
        text: refusal.refused ? refusal.text : refusal.otherwise
        color: refusal.refused ? Theme.marigoldInk : Theme.inkSoft
        font.pixelSize: Theme.small
        font.weight: refusal.refused ? Font.DemiBold : Font.Medium
        lineHeight: 1.1
    }
}
