import QtQuick

// The composition of QRIS and take home: the code is the large thing.
HeroAndSheet {
    id: screen

    property string code
    property string caption
    property bool codeReady: code !== ""

    property real under: 0 // what else stands below the code, in landscape

    readonly property real side: Math.min(room.width, room.height - under)

    CodeCard {
        x: (parent.width - width) / 2
        y: Theme.portrait ? 0 : (parent.height - screen.under - height) / 2
        room: screen.side
        source: screen.code
        caption: screen.caption
        opacity: screen.codeReady ? 1 : 0

        Behavior on opacity {
            enabled: screen.codeReady // it goes at once: what can't be paid is not shown

            NumberAnimation {
                duration: Theme.calm
            }
        }
    }

    // Where the code will be, so that nothing jumps when it comes.
    Rectangle {
        x: (parent.width - width) / 2
        y: Theme.portrait ? 0 : (parent.height - screen.under - height) / 2
        width: screen.side - 4 * Theme.unit
        height: screen.side
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
        visible: !screen.codeReady

        Waiting {
            anchors.centerIn: parent
        }
    }
}
