import QtQuick
import Kiosk

// One session among others: its print, when it was, and how it stands.
Touchable {
    id: card

    required property var session

    objectName: "session:" + session.id
    height: 1.2 * width + lines.height + 3 * Theme.unit

    Rectangle {
        anchors.fill: parent
        radius: 0.6 * Theme.radius
        color: card.pressed ? Theme.rule : Theme.sheet
        border.width: Math.max(2, (card.session.owed ? 0.4 : 0.2) * Theme.unit)
        border.color: card.session.owed ? Theme.alarm : Theme.rule
    }

    Rectangle {
        x: 0.8 * Theme.unit
        y: x
        width: parent.width - 2 * x
        height: 1.2 * card.width - x
        radius: 0.4 * Theme.radius
        color: Theme.wash

        Icon {
            anchors.centerIn: parent
            visible: sheetPicture.status !== Image.Ready
            name: "image"
            size: 5 * Theme.unit
            opacity: 0.5
        }

        Image {
            id: sheetPicture

            anchors.fill: parent
            anchors.margins: 0.6 * Theme.unit
            source: card.session.picture
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize.height: height
        }
    }

    Column {
        id: lines

        x: 1.4 * Theme.unit
        y: 1.2 * card.width + 1.2 * Theme.unit
        width: parent.width - 2 * x
        spacing: 0.2 * Theme.unit

        Words {
            text: card.session.time
            color: Theme.ink
            font.weight: Font.ExtraBold
            lineHeight: 1.1
            font.features: ({
                    tnum: 1
                })
        }

        Row {
            spacing: 0.6 * Theme.unit

            Icon {
                name: card.session.icon
                size: 2.6 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                width: lines.width - 3.2 * Theme.unit
                text: card.session.words
                color: card.session.owed ? Theme.alarm : Theme.inkSoft
                font.pixelSize: Theme.small
                font.weight: card.session.owed ? Font.ExtraBold : Font.Medium
                lineHeight: 1.1
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
    }
}
