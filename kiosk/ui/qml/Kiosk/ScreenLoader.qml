import QtQuick

// One screen: made when it comes, gone once it has faded. Only the one in front can be touched.
Loader {
    id: loader

    required property string name
    required property string current

    readonly property bool front: name === current

    anchors.fill: parent
    active: front || opacity > 0
    enabled: front
    opacity: front ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
            easing.type: Easing.OutQuad
        }
    }
}
