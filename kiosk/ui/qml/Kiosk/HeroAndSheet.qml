import QtQuick

// One large thing, and below or beside it the sheet with words.
ScreenFrame {
    id: screen

    property alias lines: lines.data
    property real foot: 33 * Theme.unit // the sheet's height, in portrait; across it is what the column leaves

    property real aside: (Theme.portrait ? 1.2 : 0.75) * Theme.margin // between the sheet and the words
    property bool kept: true // there is a sheet to show

    readonly property rect room: Qt.rect(0, 0, hero.width, Theme.portrait ? hero.height - foot - 3 * Theme.unit : hero.height)
    readonly property real sheetWidth: Theme.portrait ? 22 * Theme.unit : Math.min(0.36 * columnWidth, 24 * Theme.unit)
    readonly property real between: actionsTop - headerBottom // the words and what is touched

    readonly property rect foothold: Theme.portrait ? Qt.rect(hero.x + 2 * Theme.unit, hero.y + hero.height - foot, sheetWidth, foot) : Qt.rect(columnX, headerBottom + 3 * Theme.unit, sheetWidth, between - 6 * Theme.unit)

    sheetPlace: kept ? foothold : Qt.rect(0, 0, 0, 0)
    sheetTilt: -4

    Column {
        id: lines

        parent: screen
        x: screen.kept ? screen.foothold.x + screen.foothold.width + screen.aside : screen.columnX
        y: screen.foothold.y + (screen.foothold.height - height) / 2
        width: screen.width - x - Theme.margin
        spacing: 0.8 * Theme.unit
    }
}
