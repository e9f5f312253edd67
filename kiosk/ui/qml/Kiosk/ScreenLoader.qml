import QtQuick

// One screen. Made ahead of its first guest, and kept: a tap only has to show it. Only the one in
// front can be touched; it stands at once and the one before is gone, so that one thing moves at a time.
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
    onFrontChanged: {
        if (front)
            arrival.restart();
    }

    NumberAnimation {
        id: arrival

        target: (loader.item as GuestScreen)?.greeting ?? null
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.quick
        easing.type: Easing.OutQuad
    }
}
