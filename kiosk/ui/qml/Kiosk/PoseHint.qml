import QtQuick

// What to do in front of the camera: which shot it is, an idea for it, and friends who do it.
Item {
    id: hint

    required property int turn // from 0
    required property int count
    property bool reviewing: false
    property bool tall: false // the figures above the words

    readonly property list<string> ideas: [qsTr("Senyum lebar!"), qsTr("Gaya bebas!"), qsTr("Lebih seru lagi!"), qsTr("Dua jari dulu!"), qsTr("Muka paling konyol!"), qsTr("Rapat, biar semua kena!"), qsTr("Peluk temanmu!"), qsTr("Sok cool, yuk!")]
    readonly property list<string> cheers: [qsTr("Cakep!"), qsTr("Keren!"), qsTr("Seru banget!"), qsTr("Mantap!")]
    readonly property real figure: tall ? Math.min(width, height - words.height - Theme.gap, 40 * Theme.unit) : height

    Rectangle {
        id: card

        y: hint.tall ? words.height + Theme.gap : 0
        width: hint.figure
        height: hint.figure
        radius: Theme.radius
        color: Theme.paper
        visible: hint.figure > 9 * Theme.unit

        Pose {
            anchors.fill: parent
            anchors.margins: 0.8 * Theme.unit
            variant: hint.turn
        }
    }

    Column {
        id: words

        x: hint.tall ? 0 : hint.figure + 3 * Theme.unit
        anchors.verticalCenter: hint.tall ? undefined : parent.verticalCenter
        width: parent.width - x
        spacing: 1 * Theme.unit

        Words {
            width: parent.width
            color: Theme.paperSoft
            font.weight: Font.DemiBold
            text: qsTr("Foto %1 dari %2").arg(hint.turn + 1).arg(hint.count)
        }

        Heading {
            width: parent.width
            color: Theme.paper
            size: (hint.tall ? 4.4 : 5.4) * Theme.unit
            text: hint.reviewing ? hint.cheers[hint.turn % hint.cheers.length] : hint.ideas[hint.turn % hint.ideas.length]
        }
    }
}
