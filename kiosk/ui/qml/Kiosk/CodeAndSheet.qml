import QtQuick

// The composition of pay and take home: the code, large, and below or beside it the sheet with words.
ScreenFrame {
    id: screen

    property string code
    property string caption
    property bool codeReady: code !== ""
    property alias lines: lines.data

    readonly property real room: Theme.portrait ? Math.min(hero.width, hero.height - 36 * Theme.unit) : Math.min(hero.width, hero.height)
    readonly property real sheetWidth: (Theme.portrait ? 22 : 20) * Theme.unit

    sheetPlace: Theme.portrait ? Qt.rect(hero.x + 2 * Theme.unit, hero.y + hero.height - 33 * Theme.unit, sheetWidth, 33 * Theme.unit) : Qt.rect(columnX, actionsTop - 33 * Theme.unit, sheetWidth, 30 * Theme.unit)
    sheetTilt: -4

    CodeCard {
        id: card

        x: (parent.width - width) / 2
        y: Theme.portrait ? 0 : (parent.height - height) / 2
        room: screen.room
        source: screen.code
        caption: screen.caption
        opacity: screen.codeReady ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.calm
            }
        }
    }

    Waiting {
        x: (parent.width - width) / 2
        y: (Theme.portrait ? screen.room : parent.height) / 2 - height / 2
        visible: !screen.codeReady
    }

    Column {
        id: lines

        parent: screen
        x: screen.sheetPlace.x + screen.sheetPlace.width + 1.2 * Theme.margin
        y: screen.sheetPlace.y + (screen.sheetPlace.height - height) / 2
        width: screen.width - x - Theme.margin
        spacing: 0.8 * Theme.unit
    }
}
