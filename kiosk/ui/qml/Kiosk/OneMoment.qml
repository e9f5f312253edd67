import QtQuick

// The camera is away for a moment.
Rectangle {
    color: Theme.night

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap

        Waiting {
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Heading {
            text: qsTr("Sebentar, ya")
            color: Theme.paper
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Words {
            text: qsTr("Kameranya sedang disiapkan.")
            color: Theme.paperSoft
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
}
