import QtQuick

// A QR code on white, every module a whole number of pixels; the card closes round it.
Rectangle {
    id: card

    required property real room // the side that it may take
    property string source
    property string caption

    readonly property int modules: Math.max(1, code.implicitWidth)
    readonly property int pixels: Math.max(1, Math.floor((room - 2 * rim - foot.height) / modules))
    readonly property real rim: 0.5 * radius // the code's own margin is square

    width: code.width + 2 * rim
    height: width + foot.height
    radius: Theme.radius
    color: "#FFFFFF"

    Shadow {
        radius: card.radius
    }

    Image {
        id: code

        x: card.rim
        y: card.rim
        width: card.modules * card.pixels
        height: width
        source: card.source
        smooth: false
        cache: false
        asynchronous: true // it takes as long as a frame to work out
    }

    Words {
        id: foot

        y: code.y + code.height // outside the quiet zone
        width: parent.width
        height: text === "" ? 0 : 4 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        text: card.caption
        color: Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }
}
