import QtQuick

// The composition of QRIS and take home: the code is the large thing.
HeroAndSheet {
    id: screen

    property string code
    property string caption
    property bool codeReady: code !== ""

    readonly property real side: Math.min(room.width, room.height)

    CodeCard {
        x: (parent.width - width) / 2
        y: Theme.portrait ? 0 : (parent.height - height) / 2
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

    Waiting {
        x: (parent.width - width) / 2
        y: (Theme.portrait ? screen.side : parent.height) / 2 - height / 2
        visible: !screen.codeReady
    }
}
