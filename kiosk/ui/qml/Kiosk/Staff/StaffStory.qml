import QtQuick
import Kiosk
import Kiosk.Models

// What happened in one session: its prints, and each step.
Column {
    id: story

    required property StaffSessionModel session

    spacing: Theme.gap

    StaffTimes {
        width: parent.width
        visible: story.session.prints.length > 0
        title: qsTr("Cetakan")
        lines: story.session.prints
    }

    StaffTimes {
        width: parent.width
        visible: story.session.steps.length > 0
        title: qsTr("Langkahnya")
        lines: story.session.steps
    }
}
