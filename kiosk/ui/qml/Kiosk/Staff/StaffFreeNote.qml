import QtQuick
import Kiosk
import Kiosk.Models

// Nobody pays: who has it so, and since when. A touch leads to where it is ended.
StaffHomeNote {
    required property StaffEventModel event

    objectName: "homeFree"
    icon: "heart"
    title: qsTr("Mode gratis menyala")
    words: event.free_of_file ? qsTr("Diatur di berkas booth ini.") : event.free_since
    tint: Theme.warnTint
    edge: Theme.ink
}
