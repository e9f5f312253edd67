import QtQuick
import Kiosk.Models

// The other language, by its own name: one touch and everything speaks it.
Touchable {
    id: button

    required property LanguageModel language
    property bool onDark: false
    property bool brief: false // the language's code will do

    width: pill.width + 2 * Theme.unit
    height: Theme.finger

    Rectangle {
        id: pill

        anchors.centerIn: parent
        width: label.width + 4 * Theme.unit
        height: 6 * Theme.unit
        radius: height / 2
        color: button.onDark ? (button.pressed ? "#3A3650" : Theme.night) : (button.pressed ? Theme.line : Theme.card)
        border.width: Theme.hairline
        border.color: button.onDark ? Theme.paperSoft : Theme.line
    }

    Row {
        id: label

        anchors.centerIn: parent
        spacing: 1.1 * Theme.unit

        Icon {
            name: "languages"
            onDark: button.onDark
            size: 3.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            text: button.brief ? button.language.other_code : button.language.other_name
            color: button.onDark ? Theme.paper : Theme.ink
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    onTapped: language.switch()
}
