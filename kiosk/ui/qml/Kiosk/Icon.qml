import QtQuick

// A Lucide icon; a word stands beside it.
Image {
    required property string name
    property bool onDark: false
    property real size: Theme.button

    source: Theme.icons.toString() === "" ? "" : Theme.icons + (onDark ? "/paper/" : "/") + name + ".svg"
    width: size
    height: size
    sourceSize: Qt.size(size, size)
}
