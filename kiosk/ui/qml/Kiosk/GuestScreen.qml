import QtQuick

// What every screen tells Main: where the sheet lies on it, and how it gets there.
Item {
    property Item greeting: null // fades in while the rest of the screen stands: all of it is too much to paint at each frame
    property rect sheetPlace
    property real sheetTilt: 0
    property int sheetTravelTime: Theme.travel
    property bool sheetSteady: false // as a printer draws paper in, instead of as a hand lays it down
    property bool sheetHeld: false // where it is, in the middle of its way
    property bool sheetFresh: false
    property int sheetNextSlot: -1
    property Component sheetDesk: null // what lies on the sheet and moves with it; a SheetDesk
}
