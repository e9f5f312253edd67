import QtQuick

// What a screen does with the sheet of paper: it lies on it, as large as it, and moves with it.
Item {
    property list<string> shots // a picture for each slot, as they are to be seen now
    property bool busy: false // the shots are seen otherwise than they were composed
}
