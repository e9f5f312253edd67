import QtQuick

// Friends cut out of paper: what an empty slot is for.
Image {
    required property int variant

    source: Qt.resolvedUrl("art/pose-%1.svg".arg(variant % 3))
    sourceSize: Qt.size(480, 480)
    fillMode: Image.PreserveAspectCrop
    asynchronous: true
}
