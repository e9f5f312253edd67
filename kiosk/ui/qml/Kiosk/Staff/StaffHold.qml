import QtQuick
import Kiosk

// A button for what can't be taken back: it is held until it is full, and acts once.
Touchable {
    id: hold

    required property string text
    property string icon: "check"
    property string hint: qsTr("Tahan sampai penuh")
    property real filled: 0

    signal held

    onPressedChanged: {
        if (!pressed)
            filled = 0;
    }

    implicitHeight: 17 * Theme.unit
    opacity: enabled ? 1 : 0.45

    Rectangle {
        id: back

        anchors.fill: parent
        radius: 0.7 * Theme.radius
        color: Theme.coral
        clip: true

        Rectangle {
            width: hold.filled * parent.width
            height: parent.height
            radius: parent.radius
            color: Theme.coralPressed
        }
    }

    Row {
        anchors.centerIn: parent
        spacing: 1.6 * Theme.unit

        Icon {
            name: hold.icon
            onDark: Theme.coralDark
            size: 5 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Text {
                width: Math.min(implicitWidth, hold.width - 12 * Theme.unit)
                text: hold.text
                color: Theme.coralInk
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                font.pixelSize: Theme.button
                font.weight: Font.ExtraBold
            }

            Text {
                text: hold.hint
                visible: hold.enabled && text !== ""
                color: Theme.coralInk
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
        }
    }

    Timer {
        interval: 25
        repeat: true
        running: hold.pressed && hold.filled < 1
        onTriggered: {
            hold.filled = Math.min(1, hold.filled + interval / 800);
            if (hold.filled === 1)
                hold.held();
        }
    }
}
