pragma Singleton

import QtQuick

// Colour, type, space and time for every screen. Main sets what depends on window and operator.
QtObject {
    property real unit: 10 // a hundredth of the window's shorter side
    property bool portrait: true
    property bool reducedMotion: false
    property url icons
    property url logo

    property color coral: "#FF6B5E"
    property color marigold: "#FFB627"
    readonly property color paper: "#FBF6EE"
    readonly property color ink: "#1E1B2E"
    readonly property color mint: "#1F9E86"
    readonly property color night: "#15131F"
    readonly property color card: "#FFFDF9"
    readonly property color inkSoft: "#5B576B" // 6.6:1 on paper
    readonly property color paperSoft: "#C9C4D3" // on night
    readonly property color line: "#E6DCCB"
    readonly property color sheet: "#FFFFFF" // the staff's room
    readonly property color wash: "#F3F2F6" // on sheet
    readonly property color rule: "#D5D2DD" // on sheet
    readonly property color edge: "#8A8698" // of what is touched, 3.5:1 on sheet
    readonly property color alarm: "#B3261E" // only where a guest or money waits; 6.5:1 on sheet
    readonly property color calmTint: "#E2F3EF" // under ink: mint, marigold and coral on sheet
    readonly property color warnTint: "#FFF0CF"
    readonly property color alarmTint: "#FFE4E1"
    readonly property color sun: Qt.tint(paper, Qt.alpha(marigold, 0.42))

    readonly property real display: 9 * unit
    readonly property real title: 5.5 * unit
    readonly property real button: 4 * unit
    readonly property real text: 3.2 * unit
    readonly property real small: 2.6 * unit

    readonly property real margin: 6 * unit
    readonly property real gap: 3 * unit
    readonly property real radius: 3 * unit
    readonly property real touch: 13 * unit
    readonly property real least: 12 * unit // nothing that a guest touches is lower
    readonly property real finger: 11 * unit // 15 mm on a 10 inch screen, more on a larger one

    readonly property int quick: reducedMotion ? 0 : 180
    readonly property int calm: reducedMotion ? 0 : 260
    readonly property int travel: reducedMotion ? 0 : 400
}
