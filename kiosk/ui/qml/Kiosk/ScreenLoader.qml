import QtQuick

// One screen. Made ahead of its first guest, and kept: a tap only has to show it. Only the one in
// front can be touched; the one before leaves at once, so that one thing moves at a time.
Loader {
    id: loader

    required property string name
    required property string current
    property bool ahead: false

    readonly property bool front: name === current

    anchors.fill: parent
    active: front || ahead || status === Loader.Ready
    asynchronous: !front
    enabled: front
    visible: front
    opacity: 0
    onFrontChanged: {
        if (front)
            arrival.restart();
    }

    NumberAnimation {
        id: arrival

        target: loader
        property: "opacity"
        from: 0.2
        to: 1
        duration: Theme.quick
        easing.type: Easing.OutQuad
    }
}
