import QtQuick

// What it costs, on a small sun that is stuck on the table of prints.
Item {
    id: sticker

    required property string price // empty where nothing is asked

    readonly property real size: width

    SunRays {
        anchors.fill: parent
        count: 24
        length: 0.06 * width
    }

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: Theme.marigold
        antialiasing: true
    }

    Column {
        anchors.centerIn: parent
        spacing: 0.02 * sticker.size

        Text {
            width: 0.86 * sticker.size
            horizontalAlignment: Text.AlignHCenter
            text: sticker.price === "" ? qsTr("Hari ini") : qsTr("Mulai dari")
            color: Theme.marigoldInk
            font.pixelSize: 0.115 * sticker.size
            font.weight: Font.DemiBold
        }

        Text {
            width: 0.86 * sticker.size
            horizontalAlignment: Text.AlignHCenter
            text: sticker.price === "" ? qsTr("Gratis!") : sticker.price
            color: Theme.marigoldInk
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            font.pixelSize: 0.18 * sticker.size
            font.weight: Font.ExtraBold
            font.letterSpacing: -0.004 * sticker.size
        }
    }
}
