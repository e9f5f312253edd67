import QtQuick

// A quiet screen: what it says, what matters, what is touched. Above one another in portrait; in
// landscape what matters takes the left, words and touch the right.
GuestScreen {
    id: frame

    property string title
    property string words
    property string hint // a calm warning before the step ends
    property alias actions: actions.data
    default property alias content: hero.data

    readonly property rect hero: Qt.rect(hero.x, hero.y, hero.width, hero.height)
    readonly property real columnX: Theme.portrait ? Theme.margin : 0.54 * width
    readonly property real columnWidth: width - columnX - Theme.margin - (Theme.portrait ? 0 : 2 * Theme.unit)

    Column {
        id: header

        x: frame.columnX
        y: (Theme.portrait ? 13 : 14) * Theme.unit
        width: frame.columnWidth
        spacing: 2.4 * Theme.unit

        Heading {
            width: parent.width
            text: frame.title
        }

        Words {
            width: parent.width
            text: frame.words
            visible: text !== ""
        }
    }

    Item {
        id: hero

        x: Theme.margin
        y: Theme.portrait ? header.y + header.height + 5 * Theme.unit : Theme.margin
        width: (Theme.portrait ? frame.width : 0.5 * frame.width) - 2 * Theme.margin
        height: Theme.portrait ? actions.y - y - 5 * Theme.unit : frame.height - 2 * Theme.margin
    }

    Column {
        id: actions

        x: frame.columnX
        y: frame.height - height - (Theme.portrait ? 9 : 8) * Theme.unit
        width: frame.columnWidth
        spacing: Theme.gap
    }

    LimitHint {
        x: frame.columnX
        y: 4.5 * Theme.unit
        text: frame.hint
    }
}
