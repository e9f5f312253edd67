pragma Singleton

import QtQuick
import Kiosk.Models

// Colour, type, space and time for every screen, from the theme's file by way of LookModel. The
// window hands over the look before its first item is made; ThemeSetter says how large it is.
QtObject {
    property LookModel look: null
    property real unit: 10 // a hundredth of the shorter side of what the guests' screens lie on
    property real mm: 4 // of the glass, in pixels
    property bool portrait: true
    property bool lowered: false

    readonly property var colours: look?.colours ?? ({})
    readonly property var sizes: look?.sizes ?? ({})
    readonly property var times: look?.times ?? ({})
    readonly property bool reducedMotion: look?.reduced_motion ?? false
    readonly property url icons: look !== null ? look.icons : ""
    readonly property url logo: look !== null ? look.logo : ""

    readonly property color paper: colour("paper")
    readonly property color ink: colour("ink")
    readonly property color inkSoft: colour("ink_soft")
    readonly property color inkPressed: colour("ink_pressed")
    readonly property color night: colour("night")
    readonly property color paperSoft: colour("paper_soft")
    readonly property color coral: colour("coral")
    readonly property color coralInk: colour("coral_ink") // ink, or paper on a dark coral
    readonly property color coralPressed: colour("coral_pressed")
    readonly property color coralEdge: colour("coral_edge") // is seen on paper, however pale coral is
    readonly property bool coralDark: coralInk === paper // for icons
    readonly property color marigold: colour("marigold")
    readonly property color marigoldInk: colour("marigold_ink")
    readonly property bool marigoldDark: marigoldInk === paper
    readonly property color mint: colour("mint")
    readonly property color card: colour("card")
    readonly property color line: colour("line")
    readonly property color empty: colour("empty")
    readonly property color sun: colour("sun")
    readonly property color glow: Qt.tint(card, Qt.alpha(sun, 0.34)) // behind a print
    readonly property color sheet: colour("sheet")
    readonly property color wash: colour("wash")
    readonly property color rule: colour("rule")
    readonly property color edge: colour("edge")
    readonly property color alarm: colour("alarm")
    readonly property color calmTint: colour("calm_tint")
    readonly property color warnTint: colour("warn_tint")
    readonly property color alarmTint: colour("alarm_tint")

    readonly property real display: size("display")
    readonly property real title: size("title")
    readonly property real button: size("button")
    readonly property real text: size("text")
    readonly property real small: size("small")

    readonly property real margin: size("margin")
    readonly property real gap: size("gap")
    readonly property real brow: 8.5 * unit // the middle of the top line: whose booth, how long, which language
    readonly property real radius: size("radius")
    readonly property real hairline: Math.max(2, 0.25 * unit)

    readonly property int shotWidth: unit > 12 ? 1920 : 960 // one size for each picture of a shot: read once

    readonly property real fingertip: (look?.least_mm ?? 0) * mm
    readonly property real touch: Math.max(size("touch"), fingertip)
    readonly property real least: Math.max(size("least"), fingertip) // nothing that a guest touches is lower
    readonly property real finger: Math.max(size("finger"), fingertip)

    readonly property int quick: time("quick")
    readonly property int calm: time("calm")
    readonly property int travel: time("travel")

    function colour(name: string): color {
        return colours[name] ?? "transparent";
    }

    function size(name: string): real {
        return (sizes[name] ?? 0) * unit;
    }

    function time(name: string): int {
        return reducedMotion ? 0 : (times[name] ?? 0);
    }
}
