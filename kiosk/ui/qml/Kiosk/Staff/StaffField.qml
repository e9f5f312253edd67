import QtQuick
import Kiosk

// Something to type: what it is called, what stands in it, and what is wrong with it.
Item {
    id: field

    required property string name
    required property string title
    required property string value
    property string prefix: ""
    property string wrong: ""
    property int longest: 200
    property bool digits: false
    property bool email: false
    property int lines: 1

    readonly property bool typing: input.activeFocus

    signal typed(text: string)

    function shown(): string {
        return digits && !typing && value !== "" ? Number(value).toLocaleString(Qt.locale("id_ID"), "f", 0) : value;
    }

    function fill(): void {
        if (input.text !== shown())
            input.text = shown();
    }

    implicitHeight: box.y + box.height + (wrong !== "" ? fault.height + 0.8 * Theme.unit : 0)
    onValueChanged: fill()
    Component.onCompleted: fill()

    Words {
        id: label

        width: parent.width
        text: field.title
        color: Theme.ink
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }

    Rectangle {
        id: box

        objectName: "fieldBox:" + field.name
        y: label.height + 0.8 * Theme.unit
        width: parent.width
        height: field.lines > 1 ? (field.lines * 4.9 + 3) * Theme.unit : Theme.finger
        radius: 0.7 * Theme.radius
        color: field.enabled ? Theme.sheet : Theme.wash
        border.width: Math.max(2, (field.typing || field.wrong !== "" ? 0.5 : 0.22) * Theme.unit)
        border.color: field.wrong !== "" || field.typing ? Theme.ink : Theme.edge

        TapHandler {
            enabled: field.enabled
            onTapped: input.forceActiveFocus()
        }

        Text {
            id: before

            x: 2.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: field.prefix
            color: Theme.inkSoft
            font.pixelSize: Theme.text
            font.weight: Font.Medium
        }

        TextInput {
            id: input

            objectName: "field:" + field.name
            x: before.visible ? before.x + before.width + 1.2 * Theme.unit : 2.4 * Theme.unit
            width: parent.width - x - 2.4 * Theme.unit
            y: field.lines > 1 ? 1.5 * Theme.unit : (parent.height - height) / 2
            height: field.lines > 1 ? parent.height - 3 * Theme.unit : implicitHeight
            wrapMode: field.lines > 1 ? TextInput.WrapAnywhere : TextInput.NoWrap
            enabled: field.enabled
            color: Theme.ink
            font.pixelSize: 3.6 * Theme.unit
            font.weight: Font.DemiBold
            font.features: ({
                    tnum: 1
                })
            clip: true
            maximumLength: field.digits && !field.typing ? 32 : field.longest
            selectByMouse: true
            selectionColor: Theme.marigold
            selectedTextColor: Theme.ink
            // Sensitive: nothing that is typed is kept or guessed from.
            inputMethodHints: (field.digits ? Qt.ImhDigitsOnly : field.email ? Qt.ImhEmailCharactersOnly : Qt.ImhNone) | (field.lines > 1 || field.email ? Qt.ImhNoAutoUppercase : Qt.ImhNone) | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            onActiveFocusChanged: field.fill()
            onAccepted: focus = false
            onTextEdited: {
                if (!field.digits) {
                    field.typed(text);
                    return;
                }
                const kept = text.replace(/\D/g, "");
                if (kept !== text)
                    text = kept;
                field.typed(kept);
            }
        }
    }

    Row {
        id: fault

        y: box.y + box.height + 0.8 * Theme.unit
        visible: field.wrong !== ""
        spacing: Theme.unit

        Icon {
            name: "triangle-alert"
            size: 3.2 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            objectName: "fieldWrong:" + field.name
            width: field.width - 4.4 * Theme.unit
            text: field.wrong
            color: Theme.ink
            font.weight: Font.DemiBold
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.1
        }
    }
}
