import QtQuick
import Kiosk.Models

// The room behind the gate, one page at a time. A page's name is its file's.
Loader {
    id: pages

    required property StaffModel staff
    readonly property string page: staff.page

    onPageChanged: setSource(`Staff${page.charAt(0).toUpperCase()}${page.slice(1)}.qml`, {
        staff: staff
    })
}
