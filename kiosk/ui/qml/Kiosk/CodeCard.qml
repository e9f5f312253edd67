import QtQuick

// A QR code on white, every module a whole number of pixels.
Rectangle {
    id: card

    property alias source: code.source

    width: height
    radius: Theme.radius
    color: "#FFFFFF"

    Shadow {
        radius: card.radius
    }

    Image {
        id: code

        readonly property int modules: Math.max(1, implicitWidth)
        readonly property int pixels: Math.max(1, Math.floor((card.width - 2 * Theme.unit) / modules))

        anchors.centerIn: parent
        width: modules * pixels
        height: width
        smooth: false
        cache: false
    }
}
