import QtQuick
import Kiosk.Models

// What a print costs, on what is to be touched.
Rectangle {
    id: tag

    required property PackageModel offer
    property bool pressed: false
    property real size: Theme.button

    radius: Theme.radius
    color: pressed ? Theme.coralPressed : Theme.coral

    Text {
        anchors.fill: parent
        anchors.margins: Theme.unit
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: tag.offer.price === "" ? qsTr("Gratis") : tag.offer.price
        color: Theme.coralInk
        font.pixelSize: tag.size
        font.weight: Font.ExtraBold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
    }
}
