pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// A quiet screen: what it says, what matters, what is touched. Above one another in portrait; in
// landscape what matters takes the left, words and touch the right, or all of it where spread.
GuestScreen {
    id: frame

    property string title
    property string words
    property string hint // a word about how things go
    property LimitModel limit: null
    property string ending // what happens when the step's time is over; empty for nothing
    property bool spread: false
    property real titleSize: Theme.portrait ? Theme.display : Math.min(7.6 * Theme.unit, 0.104 * columnWidth) // as many words a line on a narrower screen
    property real wordsSize: Theme.text
    property real headerY: (Theme.portrait ? 18 : 15) * Theme.unit
    property real around: 4.5 * Theme.unit // the hero, above and below
    property alias actions: actions.data
    property alias actionsGap: actions.spacing
    default property alias content: hero.data

    greeting: header

    readonly property bool aloft: spread && !Theme.portrait // the way back beside the title
    readonly property bool stacked: Theme.portrait || spread
    readonly property rect hero: Qt.rect(hero.x, hero.y, hero.width, hero.height)
    readonly property real actionsTop: actions.y
    readonly property real headerHeight: header.height
    readonly property real headerBottom: header.y + header.height
    readonly property real columnX: stacked ? Theme.margin : 0.55 * width
    readonly property real columnWidth: width - columnX - (stacked ? 1 : 1.5) * Theme.margin

    Image {
        id: logo

        x: frame.columnX
        y: Theme.brow - height / 2
        width: Math.min(implicitWidth, 40 * Theme.unit)
        height: 5 * Theme.unit
        source: Theme.logo
        sourceSize.height: Math.round(5 * Theme.unit)
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Image.AlignLeft
        visible: !Theme.lowered && !warning.due && frame.hint === ""
    }

    Column {
        id: header

        x: frame.columnX
        y: frame.headerY
        width: frame.columnWidth - (frame.aloft ? actions.width + Theme.gap : 0)
        spacing: 2.2 * Theme.unit

        Title {
            width: parent.width
            text: frame.title
            size: frame.titleSize
        }

        Words {
            width: parent.width
            text: frame.words
            font.pixelSize: frame.wordsSize
            visible: text !== ""
        }
    }

    Item {
        id: hero

        x: Theme.margin
        y: frame.stacked ? header.y + header.height + frame.around : Theme.margin
        width: (frame.stacked ? frame.width : 0.52 * frame.width) - 2 * Theme.margin
        height: frame.aloft || !frame.stacked ? frame.height - y - Theme.margin : actions.y - y - frame.around
    }

    Column {
        id: actions

        x: frame.aloft ? frame.width - width - Theme.margin : frame.columnX
        y: frame.aloft ? header.y : frame.height - height - (Theme.portrait ? 8 : 6) * Theme.unit
        width: frame.aloft ? 36 * Theme.unit : frame.columnWidth
        spacing: Theme.gap
    }

    // These come in the logo's place: nothing that is touched stands there on any screen.
    Note {
        x: frame.columnX
        y: Theme.brow - height / 2
        text: warning.due ? "" : frame.hint
    }

    Loader {
        id: warning

        readonly property bool due: (item as LimitHint)?.due ?? false

        x: frame.columnX
        y: Theme.brow - height / 2
        active: frame.limit !== null

        sourceComponent: LimitHint {
            limit: frame.limit
            ending: frame.ending
            room: Math.min(54 * Theme.unit, frame.width - warning.x - 32 * Theme.unit) // beside it the other language
        }
    }
}
