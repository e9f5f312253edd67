import QtQuick

// One room of the staff's: a thick line says which it is, a red number that somebody waits there.
Touchable {
    id: tab

    required property string text
    required property string icon
    property bool here: false
    property int waiting: 0

    width: label.width + 5 * Theme.unit

    Rectangle {
        anchors.fill: parent
        color: tab.pressed ? Theme.inkPressed : "transparent"
    }

    Row {
        id: label

        anchors.centerIn: parent
        spacing: 1.2 * Theme.unit

        Icon {
            name: tab.icon
            onDark: true
            size: 3.8 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: tab.text
            color: tab.here ? Theme.paper : Theme.paperSoft
            font.weight: tab.here ? Font.ExtraBold : Font.DemiBold
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
        }

        Rectangle {
            visible: tab.waiting > 0
            width: Math.max(height, number.width + 1.6 * Theme.unit)
            height: 4.4 * Theme.unit
            radius: height / 2
            color: Theme.alarm
            anchors.verticalCenter: parent.verticalCenter

            Text {
                id: number

                anchors.centerIn: parent
                text: tab.waiting
                color: Theme.sheet
                font.pixelSize: Theme.small
                font.weight: Font.ExtraBold
            }
        }
    }

    Rectangle {
        visible: tab.here
        x: 1.5 * Theme.unit
        y: parent.height - height
        width: parent.width - 2 * x
        height: 0.8 * Theme.unit
        color: Theme.coral
    }
}
