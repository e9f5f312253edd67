import QtQuick

// The only writer of Theme: how large the glass is, and what of it the screens lie on.
Item {
    id: setter

    required property real diagonal // of the glass, in millimetres
    required property size floor
    required property bool lowered

    readonly property real pixels: Math.sqrt(width * width + height * height)

    Binding {
        target: Theme
        property: "mm"
        value: setter.pixels / setter.diagonal
        when: setter.pixels > 0
    }
    Binding {
        target: Theme
        property: "unit"
        value: Math.min(setter.floor.width, setter.floor.height) / 100
    }
    Binding {
        target: Theme
        property: "portrait"
        value: setter.floor.height > setter.floor.width
    }
    Binding {
        target: Theme
        property: "lowered"
        value: setter.lowered
    }
}
