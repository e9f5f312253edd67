import QtQuick
import Kiosk.Models

// The flash: white at once, gone in a quarter of a second.
Rectangle {
    id: flash

    required property ShootModel shoot

    color: "#FFFFFF"
    opacity: 0
    visible: opacity > 0

    Connections {
        target: flash.shoot

        function onShutter(): void {
            fade.restart();
        }
    }

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
