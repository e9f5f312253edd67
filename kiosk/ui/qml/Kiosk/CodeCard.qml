import QtQuick

// A QR code on white, every module a whole number of pixels; the card closes round it.
Rectangle {
    id: card

    required property real room // the side that it may take
    property string source
    property string caption

    readonly property int modules: Math.max(1, code.implicitWidth)
    readonly property int pixels: Math.max(1, Math.floor((room - foot.height) / modules))

    width: code.width
    height: code.width + foot.height
    radius: Theme.radius
    color: "#FFFFFF"

    Shadow {
        radius: card.radius
    }

    Image {
        id: code

        width: card.modules * card.pixels
        height: width
        source: card.source
        smooth: false
        cache: false
    }

    Words {
        id: foot

        y: code.height - 1.5 * Theme.unit
        width: parent.width
        height: text === "" ? 0 : 4 * Theme.unit
        horizontalAlignment: Text.AlignHCenter
        text: card.caption
        color: Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }
}
