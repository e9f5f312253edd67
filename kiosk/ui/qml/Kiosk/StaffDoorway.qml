import QtQuick
import Kiosk.Models

// Where the staff's room stands once it is there. It is made between frames while guests are served, and at
// once where staff are at the door.
Loader {
    id: doorway

    required property DoorModel door
    required property LanguageModel language
    required property bool keyboardIsThere
    property QtObject staff: null

    function furnish() {
        source = ""; // a load that becomes synchronous on its way would forget its properties
        asynchronous = !door.open;
        setSource("Staff/StaffRoom.qml", {
            staff: doorway.staff,
            language: doorway.language,
            keyboardIsThere: doorway.keyboardIsThere
        });
    }

    onStaffChanged: {
        if (staff !== null)
            furnish();
    }

    Connections {
        target: doorway.door

        function onChanged() {
            if (doorway.status === Loader.Loading)
                doorway.furnish();
        }
    }
}
