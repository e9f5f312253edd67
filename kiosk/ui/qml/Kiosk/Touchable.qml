import QtQuick

// Something to touch: it answers the press at once and acts on release.
Item {
    id: touchable

    readonly property alias pressed: handler.pressed

    signal tapped

    TapHandler {
        id: handler

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: touchable.tapped()
    }
}
