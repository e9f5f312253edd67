import QtQuick
import Kiosk.Models

// The only writer of Theme: the window's size and the operator's settings.
Item {
    id: setter

    required property LookModel look

    Binding {
        target: Theme
        property: "unit"
        value: Math.min(setter.width, setter.height) / 100
    }
    Binding {
        target: Theme
        property: "portrait"
        value: setter.height > setter.width
    }
    Binding {
        target: Theme
        property: "coral"
        value: setter.look.coral
    }
    Binding {
        target: Theme
        property: "marigold"
        value: setter.look.marigold
    }
    Binding {
        target: Theme
        property: "logo"
        value: setter.look.logo
    }
    Binding {
        target: Theme
        property: "icons"
        value: setter.look.icons
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: setter.look.reduced_motion
    }
}
