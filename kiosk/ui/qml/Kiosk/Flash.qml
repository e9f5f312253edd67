import QtQuick

// The flash: white at once, gone in a quarter of a second.
Rectangle {
    id: flash

    function fire(): void {
        fade.restart();
    }

    color: "#FFFFFF"
    opacity: 0
    visible: opacity > 0

    SequentialAnimation {
        id: fade

        PropertyAction {
            target: flash
            property: "opacity"
            value: 1
        }
        PauseAnimation {
            duration: 90
        }
        NumberAnimation {
            target: flash
            property: "opacity"
            to: 0
            duration: 260
            easing.type: Easing.OutQuad
        }
    }
}
