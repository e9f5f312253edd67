import QtQuick

// The camera is away for a moment.
Rectangle {
    id: moment

    property bool some: false // shots are there already

    color: Theme.night

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        Waiting {
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Sebentar, ya")
            color: Theme.paper
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: moment.some ? qsTr("Kameranya sedang disiapkan.\nFotomu yang tadi aman.") : qsTr("Kameranya sedang disiapkan.")
            color: Theme.paperSoft
        }
    }
}
