pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Where the keyboard stands. It is loaded with the first field that is typed in, by its file's name:
// its libraries may be missing, and nothing that a guest sees waits for them.
Item {
    id: typing

    property bool there: false // whether this machine has a keyboard for the glass
    required property string language

    readonly property bool up: ((panel.item as Item)?.visible ?? false) && visible
    readonly property string focused: Window.activeFocusItem === null ? "" : Window.activeFocusItem.objectName

    height: up ? panel.height : 0
    onFocusedChanged: {
        if (there && visible && focused.startsWith("field:") && panel.status === Loader.Null)
            panel.setSource("StaffKeyboard.qml", {
                language: typing.language
            });
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        visible: typing.up
    }

    Loader {
        id: panel

        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.portrait ? parent.width : Math.min(parent.width, 100 * Theme.unit)
    }

    Binding {
        target: panel.item
        when: panel.item !== null
        property: "language"
        value: typing.language
    }
}
