import QtQuick
import Kiosk

// A page of the staff's room: what it asks, what it shows, what is touched. Above one another in
// portrait; in landscape what is shown takes the left. What is shown scrolls where it is long.
Item {
    id: page

    property string title
    property string words
    property bool scrolls: true
    property alias actions: actions.data
    default property alias content: content.data

    readonly property real contentHeight: flick.height
    readonly property real contentWidth: flick.width
    readonly property real side: 48 * Theme.unit
    readonly property real pad: 4.5 * Theme.unit

    // Scrolls until the whole of ``item`` is seen.
    function reveal(item: Item): void {
        const top = item.mapToItem(content, 0, 0).y;
        const over = top + item.height + 0.6 * more.height - flick.contentY - flick.height;
        if (over > 0)
            flick.contentY = Math.min(top, flick.contentY + over);
    }

    // What is typed in stays in sight while the keyboard takes its part of the screen.
    onContentHeightChanged: {
        const item = Window.activeFocusItem;
        if (item !== null && item.objectName.startsWith("field:"))
            Qt.callLater(reveal, item);
    }

    Column {
        id: header

        x: Theme.portrait ? page.pad : page.width - page.side - page.pad
        y: (Theme.portrait ? 4 : 4.5) * Theme.unit
        width: Theme.portrait ? page.width - 2 * page.pad : page.side
        spacing: 1.2 * Theme.unit
        visible: Theme.portrait || y + height < actions.y // the keyboard leaves little room

        Heading {
            width: parent.width
            text: page.title
            size: Theme.title
        }

        Words {
            width: parent.width
            text: page.words
            visible: text !== ""
        }
    }

    Flickable {
        id: flick

        objectName: "staffScroll"
        x: page.pad
        y: Theme.portrait ? header.y + header.height + 3 * Theme.unit : 4.5 * Theme.unit
        width: Theme.portrait ? header.width : page.width - page.side - 3 * page.pad
        height: (Theme.portrait && actions.height > 0 ? actions.y - 3 * Theme.unit : page.height - 3 * Theme.unit) - y
        contentWidth: width
        contentHeight: content.height
        interactive: page.scrolls && contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: content

            width: flick.width
            spacing: Theme.gap
        }
    }

    Rectangle {
        id: more

        x: flick.x
        y: flick.y + flick.height - height
        width: flick.width
        height: 7 * Theme.unit
        visible: flick.interactive && !flick.atYEnd
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.sheet, 0)
            }
            GradientStop {
                position: 1
                color: Theme.sheet
            }
        }

        Icon {
            name: "arrow-down"
            anchors.centerIn: parent
        }
    }

    Column {
        id: actions

        x: header.x
        y: page.height - height - (Theme.portrait ? 6 : 4.5) * Theme.unit
        width: header.width
        spacing: 2 * Theme.unit
    }
}
